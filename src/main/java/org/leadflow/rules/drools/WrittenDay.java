package org.leadflow.rules.drools;

import java.time.LocalDate;

/**
 * What {@code today >= "2026-07-01"} of a rule does, for Drools cannot compare a day with a text.
 * Public because compiled rules call it.
 */
public final class WrittenDay {

  private WrittenDay() {}

  /**
   * Whether a day stands in this relation to another one.
   *
   * @param operator as rules write it
   * @throws java.time.DateTimeException if the text is no day like 2026-01-15
   */
  public static boolean holds(LocalDate day, String operator, String written) {
    int compared = day.compareTo(LocalDate.parse(written));
    return switch (operator) {
      case ">=" -> compared >= 0;
      case ">" -> compared > 0;
      case "<=" -> compared <= 0;
      case "<" -> compared < 0;
      case "!=" -> compared != 0;
      default -> compared == 0;
    };
  }
}
