package org.leadflow.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.drools.RealCompiler;
import org.leadflow.rules.house.ReadySet;
import org.leadflow.rules.house.RuleFile;
import org.leadflow.rules.house.SetExamination;
import org.leadflow.rules.publishing.Comparison.FileDifference;
import org.leadflow.rules.publishing.Comparison.Side;

/** What two versions say differently, in rules and in lines. */
class ComparisonTests {

  private static final String HEAD = "package scoring\nimport org.leadflow.rules.*\n";
  private static final String LARGE = rule("SCO-010", "employees >= 250", 20);
  private static final String SMALL = rule("SCO-020", "employees < 10", -5);
  private static final String TINY = rule("SCO-030", "employees == 1", -10);

  @Test
  void rulesAreAddedChangedAndRemovedByTheirId() {
    Comparison comparison =
        Comparison.of(
            side(HEAD + LARGE + SMALL),
            side(HEAD + TINY + LARGE.replace("employees >= 250", "employees >= 300")));

    assertThat(comparison.added()).extracting(Rule::id).containsExactly("SCO-030");
    assertThat(comparison.changed()).extracting(Rule::id).containsExactly("SCO-010");
    assertThat(comparison.removed()).extracting(Rule::id).containsExactly("SCO-020");
  }

  @Test
  void aRuleThatOnlyMovedIsNotChanged() {
    Comparison comparison =
        Comparison.of(
            side(HEAD + LARGE + SMALL), side(HEAD + "// sizes\n" + SMALL + "// large\n" + LARGE));

    assertThat(comparison.added()).isEmpty();
    assertThat(comparison.changed()).isEmpty();
    assertThat(comparison.removed()).isEmpty();
    assertThat(comparison.files()).hasSize(1);
  }

  @Test
  void aFileThatDiffersIsAUnifiedDiff() {
    Comparison comparison =
        Comparison.of(
            side(HEAD + LARGE), side(HEAD + LARGE.replace("employees >= 250", "employees >= 300")));

    assertThat(comparison.files())
        .singleElement()
        .extracting(FileDifference::diff)
        .asString()
        .startsWith("--- a/scoring/size.drl\n+++ b/scoring/size.drl\n@@ -2,")
        .contains("\n-when LeadFacts( employees >= 250 )\n+when LeadFacts( employees >= 300 )\n");
  }

  @Test
  void theSameHasNoDifference() {
    assertThat(Comparison.of(side(HEAD + LARGE), side(HEAD + LARGE)))
        .isEqualTo(new Comparison(List.of(), List.of(), List.of(), List.of()));
  }

  private static Side side(String drl) {
    var file = new RuleFile("scoring/size.drl", drl);
    ReadySet ready =
        SetExamination.of("scoring", List.of(file), RealCompiler.open()).ready().orElseThrow();
    return new Side(ready.ruleSet(), List.of(new RuleSetFile(file.path(), file.text().getBytes())));
  }

  private static String rule(String id, String condition, int points) {
    return """
        rule "The one with id %s"
        @Id("%s") @Owner("sales-ops")
        when LeadFacts( %s )
        then insert( new Points(%d) );
        end
        """
        .formatted(id, id, condition, points);
  }
}
