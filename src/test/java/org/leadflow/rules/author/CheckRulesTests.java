package org.leadflow.rules.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What an author reads who checks a folder by the command, and what rules/README.md promises. */
class CheckRulesTests {

  private static final Path HOUSE = Path.of("rules");
  private static final Pattern CREATED =
      Pattern.compile("(?s)Create `([^`]+)`[^\\n]*\\n(?:[^`\\n]*\\n)*?\\s*```\\w*\\n(.*?)```");
  private static final String ORGANIZATION = "src/main/resources/organization/meridian.yaml";

  @TempDir private Path directory;
  private Path folder;
  private String printed;

  @BeforeEach
  void copyTheHouse() throws IOException {
    folder = directory.resolve("rules");
    FileSystemUtils.copyRecursively(HOUSE, folder);
  }

  @Test
  void theHouseIsCleanAndNamesNobodyUnknown() {
    assertThat(check("--organization", ORGANIZATION)).isZero();
    assertThat(printed).contains("7 rule sets, ").contains(", 0 errors, 0 warnings in ");
  }

  @Test
  void theFirstRuleOfTheReadmeWorksAsItStands() throws IOException {
    List<MatchResult> files =
        CREATED.matcher(Files.readString(HOUSE.resolve("README.md"))).results().toList();
    assertThat(files).hasSize(2);
    for (MatchResult file : files) {
      Files.writeString(folder.resolve(file.group(1)), file.group(2));
    }

    assertThat(check("--organization", ORGANIZATION)).isZero();
    assertThat(printed).contains(" 0 errors, 0 warnings");
    check("--set", "routing/units/emea", "--try", "{ country: PL, employees: 6000 }");
    assertThat(printed)
        .contains("routing/units/emea: team dach-enterprise")
        .contains("* EMEA-120 \"Poland with 5000 or more employees goes to DACH Enterprise\"");
  }

  @Test
  void errorsAndWarningsStandByPlaceAndStop() throws IOException {
    write(
        "routing/units/emea/odd.drl",
        """
        package routing.units.emea
        import org.leadflow.rules.*
        rule "Never" @Id("EMEA-800") @Owner("emea-sales")
        when LeadFacts( employees > 10, employees < 5 )
        then insert( Target.person("nobody-there", 15) );
        end
        rule "Too late" @Id("EMEA-801") @Owner("emea-sales")
        when LeadFacts( country == "FR" )
        then insert( Target.team("americas-inside-sales", 950) );
        end
        """);

    assertThat(check("--set", "routing/units/emea", "--organization", ORGANIZATION)).isEqualTo(1);
    assertThat(printed)
        .contains("error    routing/units/emea/odd.drl:3: EMEA-800 \"Never\" fires in none")
        .contains("error    routing/units/emea/odd.drl:4: EMEA-800 \"Never\" can never fire")
        .contains("names the person \"nobody-there\", which does not exist")
        .contains("names the team \"americas-inside-sales\", which is of americas and not of emea")
        .contains("warning  routing/units/emea/odd.drl:7: EMEA-801 \"Too late\" never decides")
        .contains("1 rule set, ");
  }

  @Test
  void aCaseThatFailsNamesExpectedAndActual() throws IOException {
    write(
        "routing/partners/nordwind/sales.cases.yaml",
        """
        - because: wrong on purpose
          lead: { country: DK }
          fires: []
          answer: team pacifica-sales
        """);

    assertThat(check()).isEqualTo(1);
    assertThat(printed)
        .contains(
            "error    routing/partners/nordwind/sales.cases.yaml:1: \"wrong on purpose\": expected"
                + " to fire: none; fired: NW-900")
        .contains("expected answer: team pacifica-sales; answered: team nordwind-sales");
  }

  @Test
  void aLeadTravelsAllSets() throws IOException {
    Path lead = directory.resolve("lead.yaml");
    Files.writeString(lead, "country: DE\nemployees: 800\nphone: \"+4971112345\"\n");

    assertThat(check("--try", lead.toString())).isZero();
    assertThat(printed)
        .containsSubsequence(
            "screening: not blocked",
            "scoring: score 25, grade C",
            "routing/company: unit emea",
            "* CO-030",
            "routing/units/emea: team dach-enterprise",
            "* EMEA-110");
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertThat(check("--sett", "scoring")).isEqualTo(2);
    assertThat(printed).startsWith("\"--sett\" is not understood").contains("check-rules [folder]");
    assertThat(check("--set", "scorin")).isEqualTo(2);
    assertThat(printed).contains("there is no rule set scorin");
    assertThat(check("--try", "{ contry: DE }")).isEqualTo(2);
    assertThat(printed).contains("the lead:1: there is no fact \"contry\"; did you mean");
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }

  private int check(String... arguments) {
    var bytes = new ByteArrayOutputStream();
    var all = new java.util.ArrayList<>(List.of(folder.toString()));
    all.addAll(List.of(arguments));
    int code = CheckRules.run(all, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    printed = bytes.toString(StandardCharsets.UTF_8);
    return code;
  }
}
