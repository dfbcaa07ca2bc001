package org.leadflow.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.Blocker;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Points;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.explain.Reasons.Result;

/** What became of each rule that fired. */
class VerdictReasonsTests {

  @Test
  void theLowestNumberDecidesAndTheOthersAreToldToWhatTheyLost() {
    Verdict verdict =
        verdict(
            "routing/units/emea", Target.team("a", 10), Target.team("b", 20), Target.team("a", 10));

    assertThat(results(verdict)).containsExactly(Result.WON, Result.LOST, Result.LOST);
    assertThat(why(verdict, 1))
        .isEqualTo("Priority 20 against 10 of R-0; the lower number comes first.");
    assertThat(why(verdict, 2))
        .isEqualTo("Priority 10 as R-0, which says the same and has the smaller id.");
    assertThat(Reasons.answer(verdict)).isEqualTo("team a");
  }

  @Test
  void ofAConflictNobodyDecides() {
    Verdict verdict =
        verdict(
            "routing/units/emea", Target.team("a", 10), Target.team("b", 10), Target.team("c", 95));

    assertThat(results(verdict)).containsExactly(Result.CONFLICT, Result.CONFLICT, Result.LOST);
    assertThat(Reasons.answer(verdict)).isEqualTo("nobody");
    assertThat(verdict.fired()).noneMatch(fired -> Reasons.decided(fired, verdict));
  }

  @Test
  void pointsAreAddedUp() {
    Verdict verdict = verdict("scoring", new Points(30), new Points(25));

    assertThat(results(verdict)).containsExactly(Result.ADDED, Result.ADDED);
    assertThat(Reasons.answer(verdict)).isEqualTo("55 points, grade B");
  }

  @Test
  void theFirstBlockerDecides() {
    Verdict verdict = verdict("screening", new Blocker("Lost"), new Blocker("Unsolicited"));

    assertThat(results(verdict)).containsExactly(Result.WON, Result.LOST);
    assertThat(Reasons.answer(verdict)).isEqualTo("blocked Lost");
    assertThat(Reasons.answer(verdict("screening"))).isEqualTo("not blocked");
  }

  private static List<Result> results(Verdict verdict) {
    return verdict.fired().stream().map(each -> Reasons.of(each, verdict).result()).toList();
  }

  private static String why(Verdict verdict, int rule) {
    return Reasons.of(verdict.fired().get(rule), verdict).why();
  }

  private static Verdict verdict(String ruleSet, Outcome... outcomes) {
    return new Verdict(
        ruleSet,
        "v",
        IntStream.range(0, outcomes.length)
            .mapToObj(i -> new Fired("R-" + i, "s", "o", "f", 1, "", outcomes[i]))
            .toList());
  }
}
