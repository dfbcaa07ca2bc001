package org.leadflow.reporting.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.leadflow.core.SpreadsheetText;
import org.leadflow.reporting.Report;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Kind;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Table;

/**
 * A report as a file for a spreadsheet: a heading, and a row for each group. Numbers are as
 * programs read them; what a spreadsheet would run as a formula has an apostrophe before it.
 */
final class ReportFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ReportFile() {}

  static String of(Report report) {
    var text = new StringWriter();
    // Spreadsheets take a file without it for Windows-1252.
    text.write(BYTE_ORDER_MARK);
    try (CSVPrinter file = CSVFormat.RFC4180.print(text)) {
      List<Column> columns = List.of();
      for (Table table : report.tables()) {
        if (!table.columns().equals(columns)) {
          columns = table.columns();
          file.printRecord(headings(report, table));
        }
        for (Line line : table.lines()) {
          file.printRecord(cells(table, line));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static List<String> headings(Report report, Table table) {
    List<String> headings = new ArrayList<>(List.of("Table", "Key", table.head()));
    table
        .columns()
        .forEach(
            column ->
                headings.add(
                    switch (column.kind()) {
                      case MONEY -> column.label() + " (" + report.currency() + ")";
                      case TIME -> column.label() + " (seconds)";
                      default -> column.label();
                    }));
    return headings;
  }

  private static List<String> cells(Table table, Line line) {
    List<String> cells = new ArrayList<>();
    cells.add(SpreadsheetText.harmless(table.title()));
    cells.add(SpreadsheetText.harmless(line.key()));
    cells.add(SpreadsheetText.harmless(line.label()));
    for (Column column : table.columns()) {
      String cell = Objects.toString(line.values().get(column.key()), "");
      cells.add(column.kind() == Kind.TEXT ? SpreadsheetText.harmless(cell) : cell);
    }
    return cells;
  }
}
