package org.leadflow.rules.table;

import java.util.Comparator;
import java.util.List;

/**
 * A routing table as its author wrote it.
 *
 * @param file relative to the rules folder
 * @param rows by priority, then id
 */
public record RoutingTable(String file, List<Row> rows) {

  public RoutingTable {
    rows =
        rows.stream()
            .sorted(Comparator.comparingInt(Row::priority).thenComparing(each -> each.rule().id()))
            .toList();
  }
}
