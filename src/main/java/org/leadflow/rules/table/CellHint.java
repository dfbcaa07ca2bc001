package org.leadflow.rules.table;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What to do about cells as tables of other products have them. */
final class CellHint {

  private static final Pattern COMPARED = Pattern.compile("[<>=\u2264\u2265\\[\\](].*");
  private static final Pattern RANGE =
      Pattern.compile("\\d[\\d.,]*\\s*(?:-|\u2013|\\.\\.+|to|\\+).*");
  private static final Pattern NEGATED = Pattern.compile("(?i)(?:not\\b|!|<>|\u2260).*");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[., '\u2019\u00a0]\\d{3})+");
  private static final Set<String> ANY = Set.of("any", "all", "-", "n/a", "every", "alle");

  private CellHint() {}

  /** The rest of a sentence about a cell that was not understood; empty when there is no advice. */
  static String of(Column column, String written) {
    String fact = column.fact();
    boolean day = column.type() == LocalDate.class;
    if (ANY.contains(written.toLowerCase(Locale.ROOT))) {
      return "; leave the cell empty where any will do";
    } else if (NEGATED.matcher(written).matches()) {
      return "; to leave values out, head a column \"%s not\"".formatted(fact);
    } else if (column.type() == String.class) {
      return written.contains(";") ? "; part several values by commas" : "";
    } else if (GROUPED.matcher(written).matches()) {
      return "; write " + written.replaceAll("\\D", "");
    } else if (COMPARED.matcher(written).matches() || !day && RANGE.matcher(written).matches()) {
      return "; a cell holds the bare value, and the head says how it is compared: \"%s from\", \"%s to\", \"%s above\", \"%s below\""
          .formatted(fact, fact, fact, fact);
    }
    return "";
  }
}
