package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author is told about a case that fails, or that cannot be read. */
class RuleCaseMistakesTests {

  private static final String CASES = "scoring/size.cases.yaml";

  private AuthorsFolder folder;

  @BeforeEach
  void goodRules(@TempDir Path directory) {
    folder = new AuthorsFolder(directory);
  }

  @Test
  void aFailingCaseSaysWhatWasExpectedAndWhatFired() {
    folder.writeRule(">= 250", "> 250");

    assertThat(folder.findings())
        .contains("scoring/size.cases.yaml:1: \"large\": expected to fire: SCO-010; fired: none");
  }

  @Test
  void aRuleThatFiresUnexpectedlyIsNamedByItsSentence() {
    folder.writeRule(">= 250", ">= 249");

    assertThat(folder.findings())
        .contains(
            "scoring/size.cases.yaml:4: \"small\": expected to fire: none; fired: SCO-010 (Large"
                + " companies are worth 20 points)");
  }

  @Test
  void aFailingAnswerSaysWhatWasAnsweredAndByWhom() {
    folder.write(CASES, AuthorsFolder.GOOD_CASES + "  answer: points 5\n");

    assertThat(folder.findings())
        .containsExactly(
            "scoring/size.cases.yaml:4: \"small\": expected answer: points 5; answered: points 0,"
                + " from none");
  }

  @Test
  void everyRuleFiresInACase() {
    folder.write(CASES, "- because: small\n  lead: { employees: 249 }\n  fires: []\n");

    assertThat(folder.findings())
        .containsExactly(
            "scoring/size.drl:5: SCO-010 \"Large companies are worth 20 points\" fires in none of"
                + " the cases of its topic; write one");
  }

  @Test
  void everyRuleStaysSilentInACase() {
    folder.write(CASES, "- because: large\n  lead: { employees: 250 }\n  fires: [SCO-010]\n");

    assertThat(folder.findings())
        .containsExactly(
            "scoring/size.drl:5: SCO-010 \"Large companies are worth 20 points\" stays silent in"
                + " none of the cases of its topic; write one");
  }

  @Test
  void aRuleWithoutConditionsCannotStaySilent() {
    folder
        .copyOf("routing/units/emea", "EMEA-900", "Target.queue(\"emea\", 900)")
        .write(
            "routing/units/emea/size.drl",
            AuthorsFolder.GOOD_RULE
                .replace("package scoring", "package routing.units.emea")
                .replace("employees >= 250", "")
                .replace("SCO-010", "EMEA-900")
                .replace("new Points(20)", "Target.queue(\"emea\", 900)"))
        .write(
            "routing/units/emea/size.cases.yaml",
            "- because: any\n  lead: {}\n  fires: [EMEA-900]\n  answer: queue emea\n");

    assertThat(folder.findings()).isEmpty();
  }

  @Test
  void theLastResortOfAUnitHasNoPlaceWhereItWouldTakeEveryLead() {
    folder
        .writeRule("employees >= 250", "")
        .write(CASES, "- because: any\n  lead: {}\n  fires: [SCO-010]\n");

    assertThat(folder.findings()).anyMatch(each -> each.contains("stays silent in none"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          employes: 250       | there is no fact "employes"; did you mean "employees"? Known are
          employees: many     | employees is a whole number, and "many" is none
          employees: 2.5      | employees is a whole number, and "2.5" is none
          employees: [1, 2]   | this has to be a single value
          revenue: a lot      | revenue is an amount, and "a lot" is none
          decisionMaker: yes  | decisionMaker is true or false, and "yes" is none
          today: 15.1.2026    | today is a date, and "15.1.2026" is none
          country: Germany    | "Germany" is no value of country; did you mean "DE"? Known are
          rating: hot         | "hot" is no value of rating; did you mean "Hot"? Known are Hot, Warm, Cold
          companyName: ""     | leave companyName out when it is not known
          """)
  void aFactThatCannotBeIsFound(String fact, String sentence) {
    folder.write(
        CASES,
        AuthorsFolder.GOOD_CASES + "- because: odd\n  lead:\n    " + fact + "\n  fires: []\n");

    assertThat(folder.findings())
        .anyMatch(each -> each.startsWith("scoring/size.cases.yaml:9: " + sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - because: x                                | 7: a case needs because, lead and fires
          - { because: x, lead: {}, fires: SCO-010 }  | 7: fires is a list of rule ids
          - { because: x, lead: {}, fire: [] }        | 7: a case has because, lead, fires and answer, no "fire"
          - { because: x, lead: {}, lead: {}, fires: [] } | 7: "lead" stands here twice
          - { because: x, lead: {}, fires: [], answer: win } | 7: "x": an answer is one of: blocked
          - just words                                | 7: a case consists of name: value
          - because: "x                               | 8: this is not YAML
          """)
  void aCaseThatIsNoneIsFound(String text, String sentence) {
    folder.write(CASES, AuthorsFolder.GOOD_CASES + text + "\n");

    assertThat(folder.findings())
        .anyMatch(each -> each.startsWith("scoring/size.cases.yaml:" + sentence));
  }

  @Test
  void casesWithoutRulesBesideThemAreFound() {
    folder.write("scoring/sizes.cases.yaml", AuthorsFolder.GOOD_CASES);

    assertThat(folder.findings())
        .contains(
            "scoring/sizes.cases.yaml: no rules of the topic sizes stand beside these cases; cases"
                + " for the whole folder are called together.cases.yaml");
  }

  @Test
  void casesOfOneTopicDoNotSeeTheRulesOfAnother() {
    folder
        .write(
            "scoring/phone.drl",
            AuthorsFolder.GOOD_RULE
                .replace("Large companies are", "No phone is")
                .replace("SCO-010", "SCO-020")
                .replace("employees >= 250", "phone == null"))
        .write(
            "scoring/phone.cases.yaml",
            """
            - because: no phone, and large
              lead: { employees: 250 }
              fires: [SCO-020]
              answer: points 20
            - because: a phone
              lead: { phone: "1" }
              fires: []
            """)
        .write(
            "scoring/together.cases.yaml",
            """
            - because: both
              lead: { employees: 250 }
              fires: [SCO-010, SCO-020]
              answer: points 40
            """);

    assertThat(folder.findings()).isEmpty();
  }
}
