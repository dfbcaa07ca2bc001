package org.leadflow.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts in memory and adds that to a table when told to. Whatever is counted while it writes, or
 * cannot be written, is written the next time; a node that is killed loses what it has not written
 * yet. Safe for any number of threads and nodes.
 *
 * @param <K> what is counted, a row of the table
 * @param <C> how much of it
 */
public final class Tally<K, C> {

  private static final Logger log = LoggerFactory.getLogger(Tally.class);

  private final ConcurrentHashMap<K, C> counted = new ConcurrentHashMap<>();
  private final Table<K, C> table;
  private final Comparator<K> order;
  private final BinaryOperator<C> plus;
  private final JdbcOperations jdbc;
  private final TransactionOperations transaction;

  /**
   * Where it is kept.
   *
   * @param update adds to a row
   * @param insert makes a row; takes the same values in the same order
   * @param values of both
   */
  public record Table<K, C>(String update, String insert, BiFunction<K, C, Object[]> values) {}

  /**
   * @param order the same on all nodes, so that two never wait for each other
   */
  public Tally(
      Table<K, C> table,
      Comparator<K> order,
      BinaryOperator<C> plus,
      JdbcOperations jdbc,
      TransactionOperations transaction) {
    this.table = table;
    this.order = order;
    this.plus = plus;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Counts so much more of it. */
  public void count(K what, C more) {
    counted.merge(what, more, plus);
  }

  /** Adds what was counted since the last time, all or nothing. */
  public void write() {
    List<Row<K, C>> rows = new ArrayList<>();
    counted.keySet().stream()
        .sorted(order)
        .forEach(
            key -> {
              C count = counted.remove(key);
              if (count != null) {
                rows.add(new Row<>(key, count));
              }
            });
    if (rows.isEmpty()) {
      return;
    }
    try {
      transaction.executeWithoutResult(status -> add(rows));
    } catch (RuntimeException failed) {
      // Another node may have added the same row first; it is there the next time.
      log.debug("What was counted is written later", failed);
      rows.forEach(row -> count(row.key, row.count));
    }
  }

  private void add(List<Row<K, C>> rows) {
    List<Object[]> values =
        rows.stream().map(row -> table.values.apply(row.key, row.count)).toList();
    int[] changed = jdbc.batchUpdate(table.update, values);
    List<Object[]> added = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        added.add(values.get(i));
      }
    }
    if (!added.isEmpty()) {
      jdbc.batchUpdate(table.insert, added);
    }
  }

  private record Row<K, C>(K key, C count) {}
}
