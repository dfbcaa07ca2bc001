package org.leadflow.reporting.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.leadflow.core.SpreadsheetText;
import org.leadflow.reporting.Filter;
import org.leadflow.reporting.Report;
import org.leadflow.reporting.Report.Column;
import org.leadflow.reporting.Report.Kind;
import org.leadflow.reporting.Report.Line;
import org.leadflow.reporting.Report.Table;

/**
 * A report as a file for a spreadsheet or a program: a heading, a row for each group, and a row for
 * all of them, told apart by the column "Stands for"; another heading where the columns of a
 * further table are others. What a reader must know to use the numbers stands in the last columns
 * of every row, so that each row can be used by itself. Numbers are as programs read them; what a
 * spreadsheet would run as a formula has an apostrophe before it.
 */
final class ReportFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Report report;
  private final List<String> about;

  private ReportFile(Report report) {
    this.report = report;
    this.about = about(report);
  }

  static String of(Report report) {
    var text = new StringWriter();
    // Spreadsheets take a file without it for Windows-1252.
    text.write(BYTE_ORDER_MARK);
    try (CSVPrinter file = CSVFormat.RFC4180.print(text)) {
      new ReportFile(report).print(file);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void print(CSVPrinter file) throws IOException {
    List<String> headings = List.of();
    for (Table table : report.tables()) {
      if (!headings(table).equals(headings)) {
        headings = headings(table);
        file.printRecord(headings);
      }
      for (Line line : table.lines()) {
        file.printRecord(cells(table, line));
      }
      if (table.total() != null) {
        file.printRecord(cells(table, table.total()));
      }
    }
  }

  private List<String> headings(Table table) {
    List<String> headings = new ArrayList<>(List.of("Table", "Stands for", "Key", table.head()));
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
    headings.addAll(List.of("From", "To", "Time zone", "Business unit", "Counted until"));
    if (report.currency() != null) {
      headings.add("Rates, one " + report.currency() + " is");
    }
    return headings;
  }

  private static List<String> about(Report report) {
    Filter filter = report.filter();
    List<String> about = new ArrayList<>();
    about.add(filter.from().toString());
    about.add(filter.to().toString());
    about.add(filter.zone().getId());
    about.add(filter.unit() == null ? "all" : filter.unit());
    about.add(
        report.asOf() == null ? "" : report.asOf().truncatedTo(ChronoUnit.SECONDS).toString());
    if (report.currency() != null) {
      about.add(report.rates().stream().map(ReportFile::rate).collect(Collectors.joining(" / ")));
    }
    return about.stream().map(SpreadsheetText::harmless).toList();
  }

  private static String rate(Report.Rate rate) {
    return (rate.rate() == null ? "unknown" : rate.rate().stripTrailingZeros().toPlainString())
        + " "
        + rate.currency();
  }

  private List<String> cells(Table table, Line line) {
    List<String> cells = new ArrayList<>();
    cells.add(SpreadsheetText.harmless(table.title()));
    cells.add(line.stands().name().toLowerCase(Locale.ROOT));
    cells.add(SpreadsheetText.harmless(line.key()));
    cells.add(SpreadsheetText.harmless(line.label()));
    for (Column column : table.columns()) {
      String cell = Objects.toString(line.values().get(column.key()), "");
      cells.add(column.kind() == Kind.TEXT ? SpreadsheetText.harmless(cell) : cell);
    }
    cells.addAll(about);
    return cells;
  }
}
