package org.leadflow.rules.table;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A routing table as its author wrote it. */
public final class RoutingTable {

  private final String file;
  private final List<Row> rows;
  private @Nullable RowIndex index;

  /**
   * @param file relative to the rules folder
   */
  RoutingTable(String file, List<Row> rows) {
    this.file = file;
    this.rows =
        rows.stream()
            .sorted(Comparator.comparingInt(Row::priority).thenComparing(each -> each.rule().id()))
            .toList();
  }

  /** Where it stands, relative to the rules folder. */
  public String file() {
    return file;
  }

  /** By priority, then id. */
  public List<Row> rows() {
    return rows;
  }

  /** What finds its rows; made once, whoever asks. */
  public synchronized RowIndex index() {
    if (index == null) {
      index = new RowIndex(this);
    }
    return index;
  }
}
