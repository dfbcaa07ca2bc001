package org.leadflow.intake.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;
import org.leadflow.intake.csv.ImportField.Kind;

/** What the cells below known headings prove of the way days and amounts are written in a file. */
final class Notation {

  private static final Pattern DAY =
      Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2\\d{4}(?:[ T,].*)?");
  private static final Pattern FRACTION = Pattern.compile("\\d([.,])\\d{1,2}\\D*$");

  /** No day and no amount is longer. */
  private static final int LONGEST = 50;

  private Notation() {}

  /** The order that some days prove, for no month is the thirteenth. */
  static Dates dates(List<List<String>> rows, List<String> headings) {
    boolean dayFirst = false;
    boolean monthFirst = false;
    for (String cell : cells(rows, headings, Set.of(Kind.DATE, Kind.TIME))) {
      Matcher parts = DAY.matcher(cell);
      if (parts.matches()) {
        dayFirst |= Integer.parseInt(parts.group(1)) > 12;
        monthFirst |= Integer.parseInt(parts.group(3)) > 12;
      }
    }
    if (dayFirst == monthFirst) {
      return Dates.AUTO;
    }
    return dayFirst ? Dates.DMY : Dates.MDY;
  }

  /** The mark before one or two last digits; null when none proves it, or both are there. */
  static @Nullable Decimal decimal(List<List<String>> rows, List<String> headings) {
    Set<String> marks = new HashSet<>();
    for (String cell : cells(rows, headings, Set.of(Kind.NUMBER))) {
      Matcher fraction = FRACTION.matcher(cell);
      if (fraction.find()) {
        marks.add(fraction.group(1));
      }
    }
    if (marks.size() != 1) {
      return null;
    }
    return marks.contains(",") ? Decimal.COMMA : Decimal.POINT;
  }

  /** Where the mark is a comma, cells are separated by something else. */
  static Decimal usualWith(String delimiter) {
    return delimiter.equals(";") ? Decimal.COMMA : Decimal.POINT;
  }

  private static List<String> cells(
      List<List<String>> rows, List<String> headings, Set<Kind> kinds) {
    List<String> cells = new ArrayList<>();
    if (headings.isEmpty() && kinds.contains(Kind.DATE)) {
      // Nothing else looks like a day with slashes and a year.
      rows.forEach(row -> row.stream().filter(cell -> cell.contains("/")).forEach(cells::add));
    }
    for (int place = 0; place < headings.size(); place++) {
      ImportField field = Headings.field(headings.get(place)).map(Fields::named).orElse(null);
      if (field != null && kinds.contains(field.kind())) {
        for (List<String> row : rows) {
          String cell = place < row.size() ? row.get(place).strip() : "";
          cells.add(cell);
        }
      }
    }
    cells.removeIf(cell -> cell.length() > LONGEST);
    return cells;
  }
}
