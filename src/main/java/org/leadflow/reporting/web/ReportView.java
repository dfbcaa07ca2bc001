package org.leadflow.reporting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.reporting.Report;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Table;

/**
 * A report as programs read it.
 *
 * @param asOf until when it is counted; what was committed later is not in it
 * @param complete false while everything there is is being counted for the first time
 * @param currency of all amounts
 */
record ReportView(
    String report,
    LocalDate from,
    LocalDate to,
    String zone,
    String by,
    @Nullable String unit,
    @Nullable Instant asOf,
    boolean complete,
    @Nullable String currency,
    List<Report.Rate> rates,
    List<String> notes,
    List<TableView> tables) {

  /**
   * @param columns what the members of a row mean, with how they are read: RATIO is a fraction of
   *     one, TIME is seconds, PARTS a count that may have parts
   * @param rows each with {@code stands} (what it is about: GROUP, NONE, OTHERS or REST), {@code
   *     key}, {@code label} and a member for each column that is known
   */
  record TableView(
      String id,
      String title,
      List<Column> columns,
      List<Map<String, Object>> rows,
      @Nullable Map<String, Object> total) {}

  static ReportView of(Report report) {
    return new ReportView(
        report.name(),
        report.filter().from(),
        report.filter().to(),
        report.filter().zone().getId(),
        report.filter().by().word(),
        report.filter().unit(),
        report.asOf(),
        report.complete(),
        report.currency(),
        report.rates(),
        report.notes(),
        report.tables().stream().map(ReportView::table).toList());
  }

  private static TableView table(Table table) {
    Line total = table.total();
    return new TableView(
        table.id(),
        table.title(),
        table.columns(),
        table.lines().stream().map(line -> row(line, table.columns())).toList(),
        total == null ? null : row(total, table.columns()));
  }

  private static Map<String, Object> row(Line line, List<Column> columns) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("stands", line.stands());
    row.put("key", line.key());
    row.put("label", line.label());
    for (Column column : columns) {
      Object value = line.values().get(column.key());
      if (value != null) {
        row.put(column.key(), value);
      }
    }
    return row;
  }
}
