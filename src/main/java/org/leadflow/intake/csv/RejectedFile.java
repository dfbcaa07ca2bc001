package org.leadflow.intake.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes the rejected rows as they were sent, with the reason in a last column: to be corrected and
 * sent again. What a spreadsheet would run as a formula, wherever it begins a cell, gets an
 * apostrophe before it, which is taken off when the file comes back.
 */
final class RejectedFile {

  // What has an apostrophe already gets another one: so taking one off leaves each text as it was.
  private static final String FORMULA = "(?='*[=+\\-@\\t\\r\\x00])";
  // A spreadsheet that separates by another character begins cells in the middle of ours.
  private static final String BEHIND_A_DELIMITER = "(?<=[;,\\t\\r\\n])";
  private static final String FORMULA_THERE = "(?=['\" ]*[=+\\-@])";
  private static final Pattern BARE =
      Pattern.compile("^" + FORMULA + "|" + BEHIND_A_DELIMITER + FORMULA_THERE);
  private static final Pattern ESCAPED =
      Pattern.compile("^'" + FORMULA + "|" + BEHIND_A_DELIMITER + "'" + FORMULA_THERE);
  private static final Pattern MARKED_AS_TEXT = Pattern.compile("^'(?=[=+\\-@])");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVPrinter file;
  private final int reason;

  RejectedFile(Writer text, CsvSettings settings, List<String> headings) throws IOException {
    // Spreadsheets take a file without it for Windows-1252.
    text.write(BYTE_ORDER_MARK);
    file =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(settings.delimiter())
            .setQuoteMode(QuoteMode.MINIMAL)
            .get()
            .print(text);
    int last = headings.size() - 1;
    reason = isOurs(headings) ? last : headings.size();
    List<String> top = new ArrayList<>(headings.subList(0, reason));
    top.add(Headings.REJECTED_BECAUSE);
    file.printRecord(top.stream().map(RejectedFile::escaped));
  }

  /** Whether these are the headings of a file that this product handed out. */
  static boolean isOurs(List<String> headings) {
    return !headings.isEmpty()
        && headings.get(headings.size() - 1).equals(Headings.REJECTED_BECAUSE);
  }

  /**
   * @param ours whether the row came in such a file, where it is escaped already
   */
  void add(RowOutcome row, boolean ours) throws IOException {
    List<String> cells = new ArrayList<>();
    List<String> given = row.cells() == null ? List.of() : row.cells();
    for (int place = 0; place < reason; place++) {
      String cell = place < given.size() ? given.get(place) : "";
      cells.add(ours ? cell : escaped(cell));
    }
    cells.add(reason(row));
    // What a row has too much stands behind the reason: nothing of it is lost.
    given.stream()
        .skip(ours ? reason + 1L : reason)
        .map(cell -> ours ? cell : escaped(cell))
        .forEach(cells::add);
    file.printRecord(cells);
  }

  private static String reason(RowOutcome row) {
    return escaped(String.join("; ", row.reasons()));
  }

  static String escaped(String cell) {
    return BARE.matcher(cell).replaceAll("'");
  }

  static String unescaped(String cell) {
    return ESCAPED.matcher(cell).replaceAll("");
  }

  /** Without the apostrophe by which spreadsheets and careful exporters mark a text. */
  static String unmarked(String cell) {
    return MARKED_AS_TEXT.matcher(cell).replaceFirst("");
  }
}
