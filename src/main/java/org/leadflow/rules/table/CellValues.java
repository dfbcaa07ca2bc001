package org.leadflow.rules.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.rules.Operator;
import org.leadflow.rules.Suggestion;
import org.leadflow.rules.Vocabulary;
import org.leadflow.rules.sheet.Written;

/** What stands in the cells of a column, as values of its fact. */
final class CellValues {

  private static final Pattern PIECE =
      Pattern.compile("\\s*(?:\"([^\"]*)\"|([^,\n]*))\\s*(?:[,\n]|$)");
  private static final Map<String, Boolean> YES_NO =
      Map.of(
          "true", true, "yes", true, "ja", true, "wahr", true, "false", false, "no", false, "nein",
          false, "falsch", false);

  private CellValues() {}

  /**
   * The values, at least one, in their usual spelling.
   *
   * @throws IllegalArgumentException with a sentence, when the fact cannot have one of them
   */
  static List<String> of(Column column, String cell) {
    List<String> known = Vocabulary.values().get(column.fact());
    if (!column.takesLists() || known != null && known.contains(cell)) {
      return List.of(value(column, cell));
    }
    var values = new ArrayList<String>();
    Matcher matcher = PIECE.matcher(cell);
    while (matcher.find() && matcher.start() < cell.length()) {
      String piece = matcher.group(1) != null ? matcher.group(1) : matcher.group(2).strip();
      if (piece.isEmpty()) {
        throw new IllegalArgumentException("there is nothing between two commas");
      }
      values.add(value(column, piece));
    }
    return values;
  }

  private static String value(Column column, String written) {
    Class<?> type = column.type();
    if (column.operator() == Operator.KNOWN || type == Boolean.class) {
      Boolean value = YES_NO.get(written.toLowerCase(Locale.ROOT));
      if (value == null) {
        throw new IllegalArgumentException("\"" + written + "\" is neither yes nor no");
      }
      return value.toString();
    }
    if (type == String.class) {
      return text(column.fact(), written, column);
    }
    try {
      return String.valueOf(
          typed(type, type == LocalDate.class ? Written.day(written) : number(type, written)));
    } catch (NumberFormatException | DateTimeException none) {
      throw new IllegalArgumentException(
          "\"%s\" is no %s%s%s"
              .formatted(
                  written,
                  type == LocalDate.class ? "day like 2026-01-15" : "number",
                  type == Integer.class ? " without cents and points" : "",
                  CellHint.of(column, written)));
    }
  }

  private static String number(Class<?> type, String written) {
    return type == BigDecimal.class ? Written.number(written) : written;
  }

  private static String text(String fact, String written, Column column) {
    List<String> known = Vocabulary.values().get(fact);
    boolean whole = column.operator() == Operator.IN || column.operator() == Operator.NOT_IN;
    if (known != null && whole && !known.contains(written)) {
      String hint = CellHint.of(column, written);
      throw new IllegalArgumentException(
          hint.isEmpty()
              ? Suggestion.unknownValue(fact, written, known)
              : "\"" + written + "\" is no value of " + fact + hint);
    }
    return written;
  }

  /** A value as the fact has it. */
  static Comparable<?> typed(Class<?> type, String value) {
    if (type == Integer.class) {
      return Integer.valueOf(value.strip());
    } else if (type == BigDecimal.class) {
      return new BigDecimal(value.strip());
    } else if (type == LocalDate.class) {
      return LocalDate.parse(value.strip());
    } else if (type == Boolean.class) {
      return Boolean.valueOf(value);
    }
    return value;
  }
}
