package org.leadflow.duplicates;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks keys, whether or not a record has them yet: each stands for a row of a fixed table. Two
 * keys with the same row wait for each other without need, which costs a moment and no more.
 */
@Component
class KeyLocks {

  /** As many as the migration made. */
  private static final int SLOTS = 4096;

  private final JdbcClient jdbc;

  KeyLocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Holds them until the transaction ends. All take the rows in one order, so nobody deadlocks. */
  void hold(Set<Key> keys) {
    if (keys.isEmpty()) {
      return;
    }
    Set<Integer> slots =
        keys.stream()
            .map(key -> Math.floorMod(mixed(key), SLOTS))
            .collect(Collectors.toCollection(TreeSet::new));
    jdbc.sql("SELECT slot FROM match_lock WHERE slot IN (:slots) ORDER BY slot FOR UPDATE")
        .param("slots", slots)
        .query(Integer.class)
        .list();
  }

  /** The same on every node and in every version of Java, as strings promise and enums do not. */
  private static int mixed(Key key) {
    int hash = (key.kind().name() + "|" + key.content()).hashCode();
    return hash ^ hash >>> 16;
  }
}
