package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.RuleFile;

/** What a rule says, taken apart into conditions and outcome. */
class RuleModelTests {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "::",
      quoteCharacter = '`',
      textBlock =
          """
          employees >= 250, employees < 1000 :: employees AT_LEAST [250] & employees LESS [1000]
          country in ("DE", "AT") || country == null :: country IN [DE, AT] / country MISSING []
          country not in ("DE"), phone != null :: country NOT_IN [DE] & phone KNOWN []
          (country == "DE" || country == "AT") && score > 5 :: country EQUAL [DE] & score MORE [5] / country EQUAL [AT] & score MORE [5]
          jobTitle matches "(?i).*\\\\bceo\\\\b.*" :: jobTitle MATCHES [(?i).*\\bceo\\b.*]
          jobTitle not matches "x", budget <= 10.50B :: jobTitle NOT_MATCHES [x] & budget AT_MOST [10.50]
          decisionMaker == true, budgetStatus != "May Buy" :: decisionMaker EQUAL [true] & budgetStatus DIFFERENT [May Buy]
          subject contains "(x) || y" :: subject CONTAINS [(x) || y]
          postalCode!.startsWith("12") :: postalCode STARTS_WITH [12]
          employees > score || country == "DE" :: opaque `employees > score` / country EQUAL [DE]
          employees * 2 > 5 :: opaque `employees * 2 > 5`
          employees >= 50 && < 250 :: employees AT_LEAST [50] & opaque `< 250`
          """)
  void conditionsAreAlternativesOfComparisons(String written, String read) {
    Rule rule = rule("employees >= 250", written);

    assertThat(words(rule)).isEqualTo(read);
  }

  @Test
  void alternativesOfWholePatternsAreAlternatives() {
    Rule rule =
        rule("LeadFacts( employees >= 250 )", "LeadFacts( employees >= 250 ) or\n LeadFacts( )");

    assertThat(words(rule)).isEqualTo("employees AT_LEAST [250] / ");
    assertThat(rule.unconditional()).isTrue();
  }

  @Test
  void whatIsNoConditionOnTheLeadIsOpaque() {
    Rule rule = rule("LeadFacts( employees >= 250 )", "not LeadFacts( employees < 250 )");

    assertThat(rule.opaque()).isTrue();
  }

  @Test
  void conditionsAndOutcomeKnowWhatTheyAre() {
    Rule rule = rule("employees >= 250", "country == \"DE\",\n    employees >= 250");

    assertThat(rule.outcomes()).containsExactly(new Points(20));
    assertThat(rule.conditions().get(0))
        .extracting(each -> each.place() + " " + each.text())
        .containsExactly(
            "scoring/size.drl:8 country == \"DE\"", "scoring/size.drl:9 employees >= 250");
  }

  @Test
  void everyRuleOfTheProjectCanBeTakenApart() {
    assertThat(RulesOpened.ofTheProject().ruleSets().stream().flatMap(set -> set.rules().stream()))
        .allSatisfy(
            rule -> {
              assertThat(rule.opaque()).as(rule.id()).isFalse();
              assertThat(rule.outcomes()).as(rule.id()).hasSize(1);
            });
  }

  private static Rule rule(String good, String changed) {
    String text = AuthorsFolder.GOOD_RULE.replace(good, changed);
    return RulesOpened.compile(new RuleFile("scoring/size.drl", text)).rules().get(0);
  }

  private static String words(Rule rule) {
    return rule.conditions().stream().map(RuleModelTests::words).collect(Collectors.joining(" / "));
  }

  private static String words(List<Condition> alternative) {
    return alternative.stream()
        .map(
            each ->
                each.isOpaque()
                    ? "opaque `" + each.text() + "`"
                    : each.fact() + " " + each.operator() + " " + each.values())
        .collect(Collectors.joining(" & "));
  }
}
