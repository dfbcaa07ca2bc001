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
import org.leadflow.rules.drools.RulesOpened;

/** What an author is told about files and folders that do not follow the house. */
class RuleFolderMistakesTests {

  private AuthorsFolder folder;

  @BeforeEach
  void goodRules(@TempDir Path directory) {
    folder = new AuthorsFolder(directory);
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
        .write("scoring/size.csv", "a,b")
        .write("scoring/size.xls", "a,b")
        .write("scoring/words.dsl", "")
        .write("scoring/size.yml", "")
        .write("a.drl", GOOD_RULE);

    assertThat(folder.findings())
        .contains(
            "scoring/size.csv: a decision table ends in .drl.csv or .drl.xlsx, a routing table in"
                + " .table.csv or .table.xlsx; this one would do nothing",
            "scoring/size.xls: spreadsheets are saved as .drl.xlsx or .table.xlsx here; this one"
                + " would do nothing",
            "scoring/words.dsl: the words of sentences stand in vocabulary.dsl; this one would do"
                + " nothing",
            "scoring/size.yml: only .drl, .dslr, .drl.csv, .drl.xlsx, .table.csv, .table.xlsx,"
                + " .cases.yaml and .md files belong here; this one would do nothing")
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

  @Test
  void anIdBelongsToOneRuleOverAllFolders() {
    folder.copyOf("routing/units/emea", "SCO-010", "Target.person(\"anna\", 10)");

    assertThat(folder.findings())
        .containsExactly(
            "scoring/size.drl:5: the id SCO-010 belongs to another rule already:"
                + " routing/units/emea/size.drl:5");
  }

  @Test
  void anIdBelongsToOneRuleOfAFolderInWhateverFormat() {
    folder.write(
        "scoring/small.drl.csv",
        """
        RuleSet,scoring
        RuleTable Small
        ID,SENTENCE,OWNER,CONDITION,ACTION
        ,,,LeadFacts...,
        ,,,employees < $param,insert( new Points($param) );
        id,sentence,owner,below,points
        SCO-010,Small companies are worth nothing,sales-ops,5,1
        """);

    assertThat(folder.findings())
        .contains(
            "scoring/small.drl.csv:A7: the id SCO-010 belongs to another rule already:"
                + " scoring/size.drl:5");
  }

  @Test
  void aDoubledIdHidesNothingElse() {
    folder
        .write(
            "routing/units/emea/lands.table.csv",
            """
            id,owner,country,kind,target,priority
            EMEA-1,emea-sales,DE,team,dach,50
            EMEA-1,emea-sales,"DE, AT",team,alps,50
            EMEA-2,emea-sales,AT,team,alps,40
            """)
        .write(
            "routing/units/emea/lands.cases.yaml",
            """
            - because: Vienna
              lead: { country: AT }
              fires: [EMEA-2]
              answer: team dach
            """);

    assertThat(folder.findings())
        .hasSize(3)
        .contains(
            "routing/units/emea/lands.table.csv:A3: the id EMEA-1 belongs to another rule already:"
                + " routing/units/emea/lands.table.csv:A2")
        .anyMatch(each -> each.contains("both have priority 50: the lead { country: DE }"))
        .anyMatch(each -> each.contains("expected answer: team dach; answered: team alps"));
  }

  @Test
  void aSentenceBelongsToOneRuleOfAFolder() {
    folder.write("scoring/again.drl", GOOD_RULE.replace("SCO-010", "SCO-011"));

    assertThat(folder.findings())
        .contains(
            "scoring/size.drl:5: rule \"Large companies are worth 20 points\" has the same"
                + " sentence as the rule at scoring/again.drl:5");
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
