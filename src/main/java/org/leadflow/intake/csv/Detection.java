package org.leadflow.intake.csv;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;

/** Finds out from the beginning of a text how it is to be read; what somebody asks for is taken. */
final class Detection {

  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
  private static final int ROWS = 60;

  /** A title, a date and the like stand above a table, and three known headings are no lead. */
  private static final int MOST_ABOVE = 12;

  private static final int LITTLE = 2;
  private static final int SURELY = 3;
  private static final Pattern DATA = Pattern.compile(".*(?:@|\\d{4,}|^[-+\\d.,:/ ]+$|://).*");

  private Detection() {}

  static CsvSettings of(String charset, String start, Asked asked) {
    String delimiter =
        asked.delimiter() == null ? delimiter(start, quote(asked)) : asked.delimiter();
    List<List<String>> rows = rows(withoutSeparatorLine(start), delimiter, quote(asked));
    int above = asked.above() == null ? above(rows) : Math.min(asked.above(), rows.size() - 1);
    above = Boolean.FALSE.equals(asked.header()) ? 0 : Math.max(above, 0);
    boolean header =
        asked.header() == null
            ? above > 0 || !rows.isEmpty() && isHeader(rows.get(0))
            : asked.header();
    List<String> headings = header && !rows.isEmpty() ? rows.get(above) : List.of();
    return new CsvSettings(
        charset,
        delimiter,
        quote(asked),
        header,
        asked.dates() == null ? Notation.dates(rows, headings) : asked.dates(),
        asked.decimal() == null ? decimal(rows, headings, delimiter, asked) : asked.decimal(),
        above);
  }

  private static Decimal decimal(
      List<List<String>> rows, List<String> headings, String delimiter, Asked asked) {
    Decimal proven = Notation.decimal(rows, headings);
    Decimal otherwise = asked.decimalUnlessProven();
    return proven != null ? proven : otherwise != null ? otherwise : Notation.usualWith(delimiter);
  }

  /** How many rows with little in them stand above one with headings that are known. */
  private static int above(List<List<String>> rows) {
    for (int place = 0; place < Math.min(rows.size(), MOST_ABOVE); place++) {
      if (known(rows.get(place)) >= SURELY) {
        return place;
      }
      if (rows.get(place).stream().filter(cell -> !cell.isBlank()).count() > LITTLE) {
        return 0;
      }
    }
    return 0;
  }

  private static long known(List<String> row) {
    return row.stream().filter(cell -> Headings.field(cell).isPresent()).count();
  }

  private static String quote(Asked asked) {
    return Objects.requireNonNullElse(asked.quote(), "\"");
  }

  /** The one with which most rows have as many cells as the first, then the most cells. */
  private static String delimiter(String start, String quote) {
    if (start.regionMatches(true, 0, "sep=", 0, 4)
        && start.length() > 5
        && "\r\n\"".indexOf(start.charAt(4)) < 0
        && (start.charAt(5) == '\r' || start.charAt(5) == '\n')) {
      return start.substring(4, 5);
    }
    String text = withoutSeparatorLine(start);
    String best = ",";
    double most = 0;
    for (String delimiter : DELIMITERS) {
      double score = score(rows(text, delimiter, quote));
      if (score > most) {
        best = delimiter;
        most = score;
      }
    }
    return best;
  }

  private static double score(List<List<String>> rows) {
    List<String> top = rows.isEmpty() ? List.of() : rows.get(above(rows));
    int width = top.size();
    if (width < 2) {
      return 0;
    }
    double alike = rows.stream().filter(row -> row.size() == width).count() / (double) rows.size();
    return alike * Math.min(width, 30) + 3 * known(top);
  }

  /**
   * A row of headings holds more known ones than cells that look like data; where none is known,
   * short texts, each once, and none that looks like data.
   */
  private static boolean isHeader(List<String> first) {
    List<String> cells = first.stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
    // One alone proves nothing: Partner and Land stand above columns, and in them.
    long known = known(cells);
    long data = cells.stream().filter(cell -> DATA.matcher(cell).matches()).count();
    if (known > 0) {
      return known > data;
    }
    return !cells.isEmpty()
        && cells.size() * 2 > first.size()
        && new HashSet<>(cells).size() == cells.size()
        && data == 0
        && cells.stream().noneMatch(cell -> cell.length() > 80);
  }

  private static String withoutSeparatorLine(String start) {
    return start.regionMatches(true, 0, "sep=", 0, 4)
        ? start.lines().skip(1).collect(Collectors.joining("\n"))
        : start;
  }

  private static List<List<String>> rows(String start, String delimiter, String quote) {
    CSVFormat format =
        CsvRows.format(
                new CsvSettings("UTF-8", delimiter, quote, true, Dates.AUTO, Decimal.POINT, 0))
            .builder()
            .setLenientEof(true)
            .get();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(start)).setFormat(format).get()) {
      return parser.stream()
          .limit(ROWS)
          .map(CSVRecord::toList)
          .filter(cells -> cells.stream().anyMatch(cell -> !cell.isBlank()))
          .toList();
    } catch (IOException | RuntimeException unreadable) {
      return List.of();
    }
  }

  /** What somebody wants instead of what is found; null where he leaves it to us. */
  record Asked(
      @Nullable String charset,
      @Nullable String delimiter,
      @Nullable String quote,
      @Nullable Boolean header,
      @Nullable Dates dates,
      @Nullable Decimal decimal,
      @Nullable Integer above,
      @Nullable Decimal decimalUnlessProven) {

    static final Asked NOTHING = new Asked(null, null, null, null, null, null, null, null);
  }
}
