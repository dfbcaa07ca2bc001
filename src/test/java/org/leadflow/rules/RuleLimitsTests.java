package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.CompiledRules;
import org.leadflow.rules.house.RuleFile;

/** Rules that do not come to an end: the caller goes on, and so do all other decisions. */
class RuleLimitsTests {

  private static final LeadFacts GREEDY =
      LeadFacts.on(LocalDate.of(2026, 1, 15)).description("a".repeat(24)).build();
  private static final LeadFacts HARMLESS =
      LeadFacts.on(LocalDate.of(2026, 1, 15)).description("aaa").build();

  @Test
  void aPatternThatNeverEndsIsGivenUpInTheThreadThatAsked() {
    CompiledRules rules = rules("description matches \".*.*.*.*.*.*.*.*.*.*b\"");

    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> rules.ask(GREEDY))
          .isInstanceOf(RuleSetFailed.class)
          .hasMessageContaining("a pattern did not come to an end in time")
          .hasMessageContaining("Large companies are worth 20 points");
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(10_000);
    }
    assertThat(rules.ask(HARMLESS).fired()).isEmpty();
  }

  @Test
  void aConditionThatCalculatesForeverIsLeftBehindAndThenNotAskedAnyMore() {
    CompiledRules rules =
        rules(
            "description != null && description.replaceAll(\".*.*.*.*.*.*.*.*.*.*b\", \"\") == \"x\"");

    assertThat(rules.ask(HARMLESS).fired()).isEmpty();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> rules.ask(GREEDY))
          .isInstanceOf(RuleSetFailed.class)
          .hasMessageContaining("did not come to an end within");
    }
    assertThatThrownBy(() -> rules.ask(HARMLESS))
        .isInstanceOf(RuleSetFailed.class)
        .hasMessageContaining("it is not asked any more");
    assertThat(rules("employees > 5").ask(HARMLESS).fired()).isEmpty();
  }

  @Test
  void attemptsThatNeverEndDoNotPileUpAndDoNotHarmTheRulesAtWork() {
    String name = "routing/units/attempts";
    String endless =
        "description != null && description.replaceAll(\".*.*.*.*.*.*.*.*.*.*b\", \"\") == \"x\"";
    CompiledRules atWork = rules(name, "description != null && description.length() > 2");
    for (int i = 0; i < 300; i++) {
      assertThat(atWork.ask(HARMLESS).fired()).as("it proves itself").hasSize(1);
    }

    for (int attempt = 0; attempt < 3; attempt++) {
      CompiledRules draft = rules(name, endless);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> draft.ask(GREEDY)).hasMessageContaining("did not come to an end");
      }
    }
    CompiledRules next = rules(name, endless);

    assertThatThrownBy(() -> next.ask(GREEDY))
        .isInstanceOf(RuleSetFailed.class)
        .hasMessageContaining("rules of earlier attempts still calculate without end");
    assertThat(atWork.ask(HARMLESS).fired()).hasSize(1);
    assertThat(rules(name, "employees > 5").ask(HARMLESS).fired()).isEmpty();
  }

  private static CompiledRules rules(String condition) {
    return rules("routing/units/limits", condition);
  }

  private static CompiledRules rules(String ruleSet, String condition) {
    CompiledRules compiled = RulesOpened.compileForTheHasty(file(ruleSet, condition)).compiled();
    assertThat(compiled).isNotNull();
    return compiled;
  }

  private static RuleFile file(String ruleSet, String condition) {
    String text = AuthorsFolder.GOOD_RULE.replace("employees >= 250", condition);
    return new RuleFile(
        ruleSet + "/size.drl",
        text.replace("package scoring", "package " + ruleSet.replace('/', '.')));
  }
}
