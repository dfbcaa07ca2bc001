package org.leadflow.rules.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.LeadFacts;

/**
 * Tells whether a condition holds for these facts, as the rules themselves would: a property of
 * both that {@code ConditionCheckTests} holds against the compiled rules.
 */
final class ConditionCheck {

  /** Whether a condition holds. */
  enum Held {
    YES,
    NO,
    /** Only its text tells what the condition says. */
    UNTOLD
  }

  private ConditionCheck() {}

  static Held held(Condition condition, LeadFacts facts) {
    if (condition.isOpaque()) {
      return Held.UNTOLD;
    }
    try {
      Object seen = FactValues.of(facts, condition.fact());
      return holds(condition, seen) ? Held.YES : Held.NO;
    } catch (IllegalArgumentException | DateTimeParseException incomparable) {
      return Held.UNTOLD;
    }
  }

  private static boolean holds(Condition condition, @Nullable Object seen) {
    List<String> values = condition.values();
    return switch (condition.operator()) {
      case MISSING -> seen == null;
      case KNOWN -> seen != null;
      case EQUAL, IN -> isOneOf(seen, values);
      case DIFFERENT, NOT_IN -> !isOneOf(seen, values);
      case LESS -> seen != null && compared(seen, values.get(0)) < 0;
      case AT_MOST -> seen != null && compared(seen, values.get(0)) <= 0;
      case MORE -> seen != null && compared(seen, values.get(0)) > 0;
      case AT_LEAST -> seen != null && compared(seen, values.get(0)) >= 0;
      case MATCHES -> seen != null && Pattern.matches(values.get(0), seen.toString());
      case NOT_MATCHES -> seen == null || !Pattern.matches(values.get(0), seen.toString());
      case CONTAINS -> seen != null && seen.toString().contains(values.get(0));
      case NOT_CONTAINS -> seen == null || !seen.toString().contains(values.get(0));
      case STARTS_WITH -> seen != null && seen.toString().startsWith(values.get(0));
      case ENDS_WITH -> seen != null && seen.toString().endsWith(values.get(0));
      case OPAQUE -> throw new IllegalArgumentException(condition.text());
    };
  }

  private static boolean isOneOf(@Nullable Object seen, List<String> values) {
    return seen != null && values.stream().anyMatch(value -> isEqual(seen, value));
  }

  private static boolean isEqual(Object seen, String value) {
    return seen instanceof Boolean || seen instanceof String
        ? seen.toString().equals(value)
        : compared(seen, value) == 0;
  }

  private static int compared(Object seen, String value) {
    if (seen instanceof Integer number) {
      return new BigDecimal(number).compareTo(new BigDecimal(value));
    } else if (seen instanceof BigDecimal amount) {
      return amount.compareTo(new BigDecimal(value));
    } else if (seen instanceof LocalDate day) {
      return day.compareTo(LocalDate.parse(value));
    } else if (seen instanceof String text) {
      return text.compareTo(value);
    }
    throw new IllegalArgumentException(seen.getClass() + " has no order");
  }
}
