package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the keys of records stand; they go with the record by a foreign key. */
@Component
class KeyTable {

  private final JdbcClient jdbc;
  private final JdbcOperations batch;

  KeyTable(JdbcClient jdbc, JdbcOperations batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Writes the keys of records that have none yet, in one statement. */
  void add(Owner owner, Map<UUID, Set<Key>> keys) {
    List<Object[]> rows = new ArrayList<>();
    keys.forEach(
        (id, ofOne) ->
            ofOne.forEach(key -> rows.add(new Object[] {key.kind().name(), key.content(), id})));
    if (!rows.isEmpty()) {
      batch.batchUpdate(
          "INSERT INTO " + owner.table + " (kind, content, " + owner.id + ") VALUES (?, ?, ?)",
          rows);
    }
  }

  /** Replaces the keys of records. */
  void replace(Owner owner, Map<UUID, Set<Key>> keys) {
    remove(owner, keys.keySet());
    add(owner, keys);
  }

  private void remove(Owner owner, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("DELETE FROM " + owner.table + " WHERE " + owner.id + " IN (:ids)")
          .param("ids", ids)
          .update();
    }
  }

  /** Whose keys a table holds. */
  enum Owner {
    ACCOUNT("account_key", "account_id"),
    CONTACT("contact_key", "contact_id"),
    LEAD("lead_key", "lead_id");

    final String table;
    final String id;

    Owner(String table, String id) {
      this.table = table;
      this.id = id;
    }
  }
}
