package org.leadflow.rules.table;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.Operator;

/**
 * What the head of a column says: a fact, and how it is compared.
 *
 * @param head as written
 */
record Column(String head, String fact, Operator operator) {

  private static final Map<String, Operator> ENDINGS =
      Map.of(
          "", Operator.IN,
          "not", Operator.NOT_IN,
          "from", Operator.AT_LEAST,
          "to", Operator.AT_MOST,
          "above", Operator.MORE,
          "below", Operator.LESS,
          "contains", Operator.CONTAINS,
          "starts with", Operator.STARTS_WITH,
          "ends with", Operator.ENDS_WITH,
          "known", Operator.KNOWN);
  private static final Pattern HEAD = Pattern.compile("(\\S+)(?:\\s+(.*))?");

  /** The column with this head; empty when it names no fact or no way to compare it. */
  static Optional<Column> of(String head) {
    Matcher matcher = HEAD.matcher(head.strip().replaceAll("\\s+", " "));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String ending = matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(Locale.ROOT);
    Operator operator = ENDINGS.get(ending);
    return FactNames.all().stream()
        .filter(fact -> fact.equalsIgnoreCase(matcher.group(1)))
        .filter(fact -> operator != null && fits(operator, FactNames.withTypes().get(fact)))
        .findFirst()
        .map(fact -> new Column(head, fact, operator));
  }

  private static boolean fits(Operator operator, Class<?> type) {
    return switch (operator) {
      case AT_LEAST, AT_MOST, MORE, LESS -> type != String.class && type != Boolean.class;
      case CONTAINS, STARTS_WITH, ENDS_WITH -> type == String.class;
      default -> true;
    };
  }

  Class<?> type() {
    return FactNames.withTypes().get(fact);
  }

  /** Whether one cell may hold several values. */
  boolean takesLists() {
    return operator == Operator.IN
        || operator == Operator.NOT_IN
        || operator == Operator.STARTS_WITH && type() == String.class;
  }
}
