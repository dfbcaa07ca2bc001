package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTests {

  @Test
  void aKeptRuleNamesItsCellWhereItHasOne() throws Exception {
    var json = new ObjectMapper();
    var row = new Fired("R-1", "s", "o", "x.table.csv", 7, "A7", new Points(1));
    var rule = new Fired("R-2", "s", "o", "x.drl", 7, "", new Points(1));

    assertThat(json.readTree(json.writeValueAsString(row)).get("cell").asText()).isEqualTo("A7");
    assertThat(json.readTree(json.writeValueAsString(rule)).has("cell")).isFalse();
  }

  @Test
  void theLowestPriorityNumberWinsWhateverTheId() {
    assertThat(verdict(Receiver.unit("late", 50), Receiver.partner("early", 10)).winner())
        .map(Fired::outcome)
        .contains(Receiver.partner("early", 10));
  }

  @Test
  void equalPrioritiesWithDifferentTargetsAreAConflictNobodyWins() {
    Verdict verdict =
        verdict(Target.team("first", 10), Target.person("second", 10), Target.team("third", 20));

    assertThat(verdict.winner()).isEmpty();
    assertThat(verdict.conflict()).extracting(Fired::ruleId).containsExactly("R-0", "R-1");
  }

  @Test
  void rulesThatMeanTheSameAreNoConflict() {
    Verdict verdict = verdict(Target.team("same", 10), Target.team("same", 10));

    assertThat(verdict.winner()).map(Fired::ruleId).contains("R-0");
    assertThat(verdict.conflict()).isEmpty();
  }

  @Test
  void aConflictOfRulesThatLoseAnywayIsNone() {
    Verdict verdict = verdict(Target.team("a", 20), Target.team("b", 20), Target.team("wins", 10));

    assertThat(verdict.winner()).map(Fired::ruleId).contains("R-2");
    assertThat(verdict.conflict()).isEmpty();
  }

  @Test
  void pointsAndBlockersNeverWin() {
    assertThat(verdict(new Points(5), new Blocker("Unsolicited")).winner()).isEmpty();
  }

  @Test
  void theFirstBlockerIsTheOneWithTheFirstId() {
    assertThat(
            verdict(new Points(5), new Blocker("Unsolicited"), new Blocker("Lost")).firstBlocker())
        .map(Fired::ruleId)
        .contains("R-1");
  }

  @ParameterizedTest
  @CsvSource({"60,40,100", "60,50,100", "-10,-20,0", "10,-3,7"})
  void theScoreLiesBetweenZeroAndHundred(int one, int other, int score) {
    Verdict verdict = verdict(new Points(one), new Points(other));

    assertThat(verdict.points()).isEqualTo(one + other);
    assertThat(verdict.score()).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"100,A", "75,A", "74,B", "50,B", "49,C", "25,C", "24,D", "0,D"})
  void theGradeFollowsTheScore(int points, Grade grade) {
    assertThat(verdict(new Points(points)).grade()).isEqualTo(grade);
  }

  private static Verdict verdict(Outcome... outcomes) {
    return new Verdict(
        "any",
        "1",
        Stream.iterate(outcomes.length - 1, index -> index >= 0, index -> index - 1)
            .map(index -> new Fired("R-" + index, "Any", "any", "any.drl", 1, "", outcomes[index]))
            .toList());
  }
}
