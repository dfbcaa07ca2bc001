package org.leadflow.rules.house;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Verdict;

/** The answer of a whole rule set in the words of a case: {@code points 35}, {@code unit emea}. */
final class Answer {

  private static final List<String> FORMS =
      List.of(
          "blocked <status reason>",
          "not blocked",
          "points <number>",
          "grade <A to D>",
          "unit <id>",
          "partner <id>",
          "person <id>",
          "queue <id>",
          "team <id>",
          "owner <id>",
          "nobody");

  private Answer() {}

  /** Why this cannot be an answer at all; null when it can. */
  static @Nullable String objection(String expected) {
    boolean known =
        FORMS.stream().anyMatch(form -> expected.matches(form.replaceAll("<.*>", ".+")));
    return known ? null : "an answer is one of: " + String.join(", ", FORMS);
  }

  /**
   * What was answered in place of what was expected.
   *
   * @param verdict of the whole rule set, which decides everything but points
   * @param topic what the rules of the case's topic had to say to that: the points of other topics
   *     would get in the way of every case
   */
  static String to(String expected, Verdict verdict, Verdict topic) {
    return switch (expected.split(" ")[0]) {
      case "blocked", "not" ->
          verdict.firstBlocker().map(fired -> fired.outcome().words()).orElse("not blocked");
      case "points" -> "points " + topic.points();
      case "grade" -> "grade " + verdict.grade();
      default -> verdict.winner().map(fired -> fired.outcome().words()).orElse("nobody");
    };
  }
}
