package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author is told about a mistake in a rule file, and where. */
class RuleMistakesTests {

  private AuthorsFolder folder;

  @BeforeEach
  void goodRules(@TempDir Path directory) {
    folder = new AuthorsFolder(directory);
  }

  @Test
  void nothingIsFoundInGoodRules() {
    assertThat(folder.findings()).isEmpty();
  }

  @Test
  void aSyntaxErrorHasFileAndLine() {
    folder.writeRule("when\n", "whenever\n");

    assertThat(folder.findings())
        .hasSize(1)
        .allMatch(each -> each.startsWith("scoring/size.drl:7: \"whenever\" cannot stand here"));
  }

  @Test
  void anUnknownFactIsNamedWithTheOneMeant() {
    folder.writeRule("employees >= 250", "employes >= 250");

    assertThat(folder.findings())
        .singleElement()
        .asString()
        .startsWith(
            "scoring/size.drl:8: there is no fact \"employes\"; did you mean \"employees\"?")
        .contains("Known are today, subject");
  }

  @Test
  void aMissingImportIsNamed() {
    folder.writeRule("import org.leadflow.rules.*", "");

    assertThat(folder.findings())
        .contains("scoring/size.drl:8: there is no \"LeadFacts\"; is the import missing?");
  }

  @Test
  void anUnknownOutcomeIsRefused() {
    folder.writeRule("new Points(20)", "new Pionts(20)");

    assertThat(folder.findings())
        .contains(
            "scoring/size.drl:9: after \"then\" stands exactly one of: insert( new Points(20) );");
  }

  @Test
  void anOutcomeOfAnotherQuestionIsRefused() {
    folder.writeRule("new Points(20)", "Target.person(\"anna\", 10)");

    assertThat(folder.findings())
        .contains(
            "scoring/size.drl:9: after \"then\" stands exactly one of: insert( new Points(20) );");
  }

  @Test
  void aMissingIdAndAMissingOwnerAreNamed() {
    folder.writeRule("@Id(\"SCO-010\") @Owner(\"sales-ops\")", "");

    assertThat(folder.findings())
        .contains(
            "scoring/size.drl:5: rule \"Large companies are worth 20 points\" needs @Id(\"...\")"
                + " below its first line",
            "scoring/size.drl:5: rule \"Large companies are worth 20 points\" needs"
                + " @Owner(\"...\") below its first line");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eval(true), employees >= 250",
        "employees >= 250, System.currentTimeMillis() > 0",
        "companyName str[startsWith] \"A\"",
        "employees memberOf (java.util.List.of(1))"
      })
  void conditionsThatAreNoConditionsOnFactsAreRefused(String condition) {
    folder.writeRule("employees >= 250", condition);

    assertThat(folder.findings())
        .anyMatch(each -> each.contains(":8: \"") && each.contains("is not used here"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(1);",
        "insert( new Points(20) ); insert( new Points(30) );",
        "insert( new Points(Runtime.getRuntime().hashCode()) );",
        "insert( new Object() );",
        "insert( new Points() );",
        "insert( new Points(20, 30) );",
        "insert( new Points(\"20\") );",
        "while (true) {}",
        ""
      })
  void consequencesThatDoMoreThanAnswerAreRefused(String consequence) {
    folder.writeRule("insert( new Points(20) );", consequence);

    assertThat(folder.findings()).anyMatch(each -> each.startsWith("scoring/size.drl:9: after"));
  }

  @Test
  void attributesAreRefused() {
    folder.writeRule("when\n", "salience 10\nno-loop true\nwhen\n");

    assertThat(folder.findings())
        .contains(
            "scoring/size.drl:7: \"salience\" is not used here: priority is a number in the"
                + " outcome")
        .anyMatch(each -> each.contains("has attributes, which are not used here"));
  }

  @Test
  void otherImportsAreRefused() {
    folder.writeRule(
        "import org.leadflow.rules.*", "import org.leadflow.rules.*\nimport java.io.*");

    assertThat(folder.findings())
        .contains("scoring/size.drl:4: only org.leadflow.rules may be imported");
  }

  @Test
  void wordsInTextsAndCommentsAreNoCode() {
    folder.writeRule(
        "rule \"Large", "// System.exit is not called here, nor eval\nrule \"(eval) Large");

    assertThat(folder.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          country in ("DE", "UK")     | "UK" is no value of country; did you mean "GB"? Known
          country == "ZZ"             | "ZZ" is no value of country; Known are
          source == "Tradeshow"       | "Tradeshow" is no value of source; did you mean "Trade Show"?
          budgetStatus != "Will buy"  | "Will buy" is no value of budgetStatus; did you mean "Will Buy"?
          """)
  void aValueNobodyKnowsIsFound(String condition, String sentence) {
    folder.writeRule("employees >= 250", "employees >= 250, " + condition);

    assertThat(folder.findings())
        .anyMatch(each -> each.startsWith("scoring/size.drl:8: " + sentence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          country == "DE" or "AT"  | "or" cannot stand here; || means or, with a whole condition
          country IN ("DE")        | "IN" cannot stand here; it is written in small letters
          country == "DE" AND true | "AND" cannot stand here; a comma means and
          revenue is not null      | "is" cannot stand here; conditions are written as: employees
          revenue > 5_000          | "_000" cannot stand here; numbers have no marks
          """)
  void whatOtherLanguagesWriteIsAnsweredWithWhatItIsHere(String condition, String sentence) {
    folder.writeRule("employees >= 250", "employees >= 250, " + condition);

    assertThat(folder.findings())
        .anyMatch(each -> each.startsWith("scoring/size.drl:8: " + sentence));
  }

  @Test
  void aRuleThatBreaksWhenAFactIsMissingIsFound() {
    folder
        .writeRule("employees >= 250", "employees >= 250, decisionMaker")
        .write(
            "scoring/size.cases.yaml",
            """
            - because: large
              lead: { employees: 250, decisionMaker: true }
              fires: [SCO-010]
            - because: small
              lead: { employees: 249, decisionMaker: true }
              fires: []
            """);

    assertThat(folder.findings())
        .singleElement()
        .asString()
        .startsWith(
            "scoring/size.cases.yaml:1: \"large\": it breaks when decisionMaker is not known: ")
        .contains("'decisionMaker' in [Rule \"Large companies are worth 20 points\"");
  }

  @Test
  void aComparisonOfDifferentKindsIsFoundByTheCases() {
    folder.writeRule("employees >= 250", "employees > \"many\"");

    assertThat(folder.findings())
        .anyMatch(each -> each.startsWith("scoring/size.cases.yaml:1: \"large\": it breaks: "));
  }
}
