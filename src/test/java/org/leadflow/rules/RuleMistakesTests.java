package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadflow.rules.AuthorsFolder.GOOD_CASES;
import static org.leadflow.rules.AuthorsFolder.GOOD_RULE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.rules.drools.RulesOpened;

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
        .allMatch(each -> each.startsWith("scoring/size.drl:7: this cannot be read: "));
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
  void anUnknownOutcomeIsRefused() {
    folder.writeRule("new Points(20)", "new Pionts(20)");

    assertThat(folder.findings())
        .contains(
            "scoring/size.drl:9: after \"then\" stands exactly one insert( new Points(...) );"
                + " nothing else");
  }

  @Test
  void anOutcomeOfAnotherQuestionIsRefused() {
    folder.writeRule("new Points(20)", "Target.person(\"anna\", 10)");

    assertThat(folder.findings())
        .contains(
            "scoring/size.drl:9: after \"then\" stands exactly one insert( new Points(...) );"
                + " nothing else");
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

  @Test
  void anIdBelongsToOneRuleOverAllFolders() {
    folder.copyOf("routing/units/emea", "SCO-010", "Target.person(\"anna\", 10)");

    assertThat(folder.findings())
        .containsExactly(
            "scoring/size.drl:5: the id SCO-010 belongs to another rule already:"
                + " routing/units/emea/size.drl:5");
  }

  @Test
  void aSentenceBelongsToOneRuleOfAFolder() {
    folder.write("scoring/again.drl", GOOD_RULE.replace("SCO-010", "SCO-011"));

    assertThat(folder.findings())
        .contains(
            "scoring/size.drl:5: rule \"Large companies are worth 20 points\" has the same"
                + " sentence as the rule at scoring/again.drl:5");
  }

  @ParameterizedTest
  @CsvSource({"package scoring,package score", "package scoring,package org.leadflow.rules"})
  void thePackageIsTheFolder(String good, String changed) {
    folder.writeRule(good, changed);

    assertThat(folder.findings())
        .contains("scoring/size.drl:1: the package has to be the folder: package scoring");
  }

  @Test
  void hyphensOfAFolderAreUnderscoresOfThePackage() {
    folder.copyOf("routing/units/north-west", "NOR-010", "Target.queue(\"north\", 10)");

    assertThat(folder.findings()).isEmpty();
    assertThat(folder.rulebook().contains("routing/units/north-west")).isTrue();
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
          country in ("DE", "UK")     | "UK" is no value of country;
          source == "Tradeshow"       | "Tradeshow" is no value of source; did you mean "Trade Show"?
          budgetStatus != "Will buy"  | "Will buy" is no value of budgetStatus; did you mean "Will Buy"?
          """)
  void aValueNobodyKnowsIsFound(String condition, String sentence) {
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

  @Test
  void aFileWithoutRulesIsFound() {
    folder.write("scoring/later.drl", "package scoring\n");

    assertThat(folder.findings())
        .containsExactly("scoring/later.drl: there is no rule in this file");
  }

  @Test
  void aFileThatWouldDoNothingIsFound() {
    folder
        .write("scoring/size.drl.csv", "a,b")
        .write("scoring/size.yml", "")
        .write("a.drl", GOOD_RULE);

    assertThat(folder.findings())
        .contains(
            "scoring/size.drl.csv: only .drl, .cases.yaml and .md files belong here; this one"
                + " would do nothing",
            "scoring/size.yml: only .drl, .cases.yaml and .md files belong here; this one would"
                + " do nothing")
        .anyMatch(each -> each.startsWith("a.drl: nobody asks these rules; the questions are"));
  }

  @Test
  void aFolderNobodyAsksIsFound() {
    folder.copyOf("routing/unit/emea", "EMEA-010", "Target.person(\"anna\", 10)");

    assertThat(folder.findings())
        .containsExactly(
            "routing/unit/emea: nobody asks these rules; the questions are screening, scoring,"
                + " routing/company, routing/units/<unit>, routing/partners/<partner>");
  }

  @Test
  void anEmptyFolderIsFound() throws IOException {
    Files.createDirectories(folder.path().resolve("routing/units/apac"));

    assertThat(folder.findings())
        .containsExactly("routing/units/apac: this folder is empty; remove it or write a rule");
  }

  @Test
  void aLocationWithoutRulesIsFound(@TempDir Path nothing) {
    assertThat(RulesOpened.examine(nothing + "/rules").findings())
        .extracting(Finding::toString)
        .containsExactlyInAnyOrder(
            "screening: there are no rules here, but every lead needs them",
            "scoring: there are no rules here, but every lead needs them",
            "routing/company: there are no rules here, but every lead needs them");
  }

  @Test
  void aFileInAnotherEncodingIsFound() throws IOException {
    Files.write(
        folder.path().resolve("scoring/size.drl"),
        GOOD_RULE.replace("Large", "Größere").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(folder.findings())
        .contains("scoring/size.drl: this is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void oneRunTellsEverything() {
    folder
        .writeRule("employees >= 250", "employes >= 250")
        .copyOf("screening", "SCR-010", "new Points(1)")
        .write("routing/company/size.cases.yaml", GOOD_CASES.replace("SCO-010", "CO-099"));

    assertThatThrownBy(folder::rulebook)
        .isInstanceOf(BrokenRules.class)
        .hasMessageContaining("are not put to work, 4 findings:")
        .hasMessageContaining("\n  routing/company/size.cases.yaml:1: ")
        .hasMessageContaining("\n  routing/company/size.drl:5: ")
        .hasMessageContaining("\n  scoring/size.drl:8: ")
        .hasMessageContaining("\n  screening/size.drl:9: ");
  }
}
