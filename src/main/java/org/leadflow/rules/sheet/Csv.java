package org.leadflow.rules.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV as spreadsheets write it: separated by comma, semicolon or tab. */
public final class Csv {

  private static final int MOST_COLUMNS = 1000;
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

  private Csv() {}

  /**
   * The cells.
   *
   * @throws Unreadable if quotes do not match
   */
  public static Grid read(String text) throws Unreadable {
    // Excel names the separator in a first line of its own; its place in the table stays empty.
    String marked = text.replaceFirst("\\A\"?sep=(.)\"?(?=\\n|\\z)", "");
    char delimiter =
        marked.length() < text.length()
            ? text.charAt(text.indexOf("sep=") + 4)
            : delimiter(firstLine(text));
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    var rows = new ArrayList<List<String>>();
    try (CSVParser parser = CSVParser.parse(marked, format)) {
      try {
        for (CSVRecord row : parser) {
          rows.add(cells(row, rows.size()));
        }
      } catch (UncheckedIOException | IllegalStateException broken) {
        throw unreadable(parser);
      }
    } catch (IOException broken) {
      throw new Unreadable("this is no CSV: " + broken.getMessage());
    }
    return new Grid(List.copyOf(rows));
  }

  private static Unreadable unreadable(CSVParser parser) {
    return new Unreadable(
        (int) parser.getCurrentLineNumber() + 1,
        "",
        "the quotes do not match from here on; a quote inside a cell is written twice");
  }

  private static List<String> cells(CSVRecord row, int index) throws Unreadable {
    if (row.size() > MOST_COLUMNS) {
      throw new Unreadable(
          index + 1, "", "this row has more than " + MOST_COLUMNS + " cells; is it a table?");
    }
    var cells = new ArrayList<String>(row.size());
    row.forEach(cell -> cells.add(clean(cell)));
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  /** Spaces at the edges, hard ones too, are nothing anybody meant. */
  static String clean(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isSpace(cell.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\u200b';
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  /** The one that cuts the first line into most pieces. */
  private static char delimiter(String line) {
    String bare = line.replaceAll("\"[^\"]*\"", "");
    char best = ',';
    long most = 0;
    for (char each : DELIMITERS) {
      long count = bare.chars().filter(c -> c == each).count();
      if (count > most) {
        most = count;
        best = each;
      }
    }
    return best;
  }
}
