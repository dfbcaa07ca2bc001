package org.leadflow.rules;

import java.util.List;

/**
 * One comparison of a rule, taken apart.
 *
 * @param fact a word of {@code rules/facts.md}; empty when opaque
 * @param operator how fact and values are compared
 * @param values texts, numbers without a suffix, {@code true} or {@code false}, days as {@code
 *     2026-01-15}; several only for {@link Operator#IN} and {@link Operator#NOT_IN}, none for
 *     {@link Operator#MISSING}, {@link Operator#KNOWN} and {@link Operator#OPAQUE}
 * @param text as the author wrote it
 * @param place where it stands
 */
public record Condition(
    String fact, Operator operator, List<String> values, String text, Place place) {

  public Condition {
    values = List.copyOf(values);
  }

  /** A condition only its text tells about. */
  public static Condition opaque(String text, Place place) {
    return new Condition("", Operator.OPAQUE, List.of(), text, place);
  }

  /** Whether only its text tells what it says. */
  public boolean isOpaque() {
    return operator == Operator.OPAQUE;
  }
}
