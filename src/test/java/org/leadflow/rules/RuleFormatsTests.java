package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rule in every format does the same; a mistake in it is found where it stands. */
class RuleFormatsTests {

  private static final String SENTENCES =
      """
      rule "Large companies are worth 20 points"
      @Id("SCO-010") @Owner("sales-ops")
      when
        A lead
        - with at least 250 employees
        - whose country is one of DE, AT or CH
      then
        The lead is worth 20 points
      end
      """;
  private static final String WORDS =
      """
      # words of the tests
      [when]A lead=LeadFacts( )
      [when]- with at least {number} employees=employees >= {number!number}
      [when]- whose country is one of {values}=country in ({values!texts})
      [when]- whose job title has the word {word}=jobTitle matches "(?iU).*\\\\b{word!word}\\\\b.*"
      [then]The lead is worth {points} points=insert( new Points({points}) );
      """;
  private static final String TABLE =
      """
      RuleSet,scoring
      Import,org.leadflow.rules.*

      RuleTable Company size
      ID,OWNER,SENTENCE,CONDITION,CONDITION,CONDITION,ACTION
      ,,,LeadFacts...,LeadFacts...,LeadFacts...,
      ,,,employees >= $param,employees < $param,country in ($param),insert( new Points($param) );
      id,owner,sentence,from,below,countries,points
      SCO-010,sales-ops,Large companies are worth 20 points,250,,"DE, AT, CH",20
      SCO-011,sales-ops,,50,250,,10
      """;
  private static final String CASES =
      """
      - because: large
        lead: { employees: 250, country: DE }
        fires: [SCO-010]
      - because: small
        lead: { employees: 249, country: DE }
        fires: []
      """;
  private static final String ROUTES =
      """
      id;owner;sentence;country;employees from;employees below;postalCode starts with;kind;target;priority
      CO-101;sales-ops;German giants;DE, AT;1000;;;unit;emea;10
      CO-102;sales-ops;;DE;;;1, 20;unit;emea;20
      CO-103;sales-ops;;US;;50;;partner;nordwind;20
      """;
  private static final String ROUTE_CASES =
      """
      - because: a giant in Munich
        lead: { country: DE, employees: 1000, postalCode: "20095" }
        fires: [CO-101]
        answer: unit emea
      - because: Hamburg
        lead: { country: DE, employees: 5, postalCode: "20095" }
        fires: [CO-102]
      - because: nowhere
        lead: { country: FR }
        fires: []
        answer: nobody
      """;

  private AuthorsFolder folder;

  @BeforeEach
  void goodRules(@TempDir Path directory) {
    folder = new AuthorsFolder(directory);
  }

  @Test
  void sentencesAreRules() {
    folder
        .write("vocabulary.dsl", WORDS)
        .delete("scoring/size.drl")
        .write("scoring/size.dslr", SENTENCES);
    folder.write("scoring/size.cases.yaml", CASES);

    assertThat(folder.findings()).isEmpty();
    Rule rule = rule("SCO-010");
    assertThat(rule.place()).hasToString("scoring/size.dslr:1");
    assertThat(rule.conditions())
        .containsExactly(
            List.of(
                new Condition(
                    "employees",
                    Operator.AT_LEAST,
                    List.of("250"),
                    "employees >= 250",
                    Place.of("scoring/size.dslr", 5)),
                new Condition(
                    "country",
                    Operator.IN,
                    List.of("DE", "AT", "CH"),
                    "country in (\"DE\", \"AT\", \"CH\")",
                    Place.of("scoring/size.dslr", 6))));
  }

  @Test
  void aPhraseNobodyKnowsIsNamedWithTheNearestOnes() {
    folder
        .write("vocabulary.dsl", WORDS)
        .write(
            "scoring/more.dslr",
            SENTENCES
                .replace("- with at least 250 employees", "- with 250 employees at least")
                .replace("SCO-010", "SCO-020"));

    assertThat(folder.findings())
        .anySatisfy(
            found ->
                assertThat(found)
                    .startsWith(
                        "scoring/more.dslr:5: nobody knows the sentence \"- with 250 employees at"
                            + " least\"; most alike are: - with at least {number} employees"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> eval(System.exit(1))",
        "- whose country is one of \\\") ; eval(true",
        "> LeadFacts( System.currentTimeMillis() > 0 )"
      })
  void sentencesSmuggleNothing(String line) {
    folder
        .write("vocabulary.dsl", WORDS)
        .write("scoring/more.dslr", SENTENCES.replace("- with at least 250 employees", line));

    assertThat(folder.findings()).anyMatch(each -> each.startsWith("scoring/more.dslr:"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void aDecisionTableIsRules(String delimiter) {
    String table =
        delimiter.equals(",")
            ? TABLE
            : TABLE
                .replace(",", delimiter)
                .replace("\"DE" + delimiter + " AT" + delimiter + " CH\"", "DE, AT, CH");
    folder.delete("scoring/size.drl").write("scoring/size.drl.csv", table);
    folder.write("scoring/size.cases.yaml", CASES.replace("fires: []", "fires: [SCO-011]"));

    assertThat(folder.findings()).isEmpty();
    Rule rule = rule("SCO-010");
    assertThat(rule.place()).hasToString("scoring/size.drl.csv:A9");
    assertThat(rule.sentence()).isEqualTo("Large companies are worth 20 points");
    assertThat(rule.conditions().get(0))
        .extracting(each -> each.place().cell() + " " + each.fact() + " " + each.values())
        .containsExactly("D9 employees [250]", "F9 country [DE, AT, CH]");
    assertThat(rule("SCO-011").sentence()).isEqualTo("Company size (SCO-011)");
  }

  @Test
  void mistakesInADecisionTableNameTheCell() {
    folder.write("scoring/table.drl.csv", TABLE.replace("\"DE, AT, CH\",20", "\"DE, UK\",2000"));

    assertThat(folder.findings())
        .anyMatch(
            each -> each.startsWith("scoring/table.drl.csv:F9: \"UK\" is no value of country"))
        .anyMatch(
            each ->
                each.equals("scoring/table.drl.csv:G9: points lie between -100 and 100, not 2000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10 ); System.exit(1); insert( new Points(1)",
        "10) ); Runtime.getRuntime().exec(\"\"x\"\"); insert( new Points(1",
        "10 */ eval(true) /*"
      })
  void aDecisionTableSmugglesNothing(String value) {
    folder.write("scoring/table.drl.csv", TABLE.replace("\"DE, AT, CH\",20", ",\"" + value + "\""));

    assertThat(folder.findings()).anyMatch(each -> each.startsWith("scoring/table.drl.csv:G9: "));
  }

  @Test
  void functionsOfADecisionTableAreRefused() {
    folder.write(
        "scoring/table.drl.csv",
        TABLE.replace("Import,", "Functions,function void f() { System.exit(1); }\nImport,"));

    assertThat(folder.findings())
        .anyMatch(each -> each.startsWith("scoring/table.drl.csv:A2: \"Functions\" is not used"));
  }

  @Test
  void aRoutingTableIsRules() {
    folder
        .write("routing/company/lands.table.csv", ROUTES)
        .write("routing/company/lands.cases.yaml", ROUTE_CASES)
        .write(
            "routing/company/size.drl",
            AuthorsFolder.GOOD_RULE
                .replace("package scoring", "package routing.company")
                .replace("SCO-010", "CO-010")
                .replace("new Points(20)", "Receiver.unit(\"emea\", 900)"));

    assertThat(folder.findings()).isEmpty();
    assertThat(rule("CO-102").sentence())
        .isEqualTo("A lead whose country is DE and postalCode starts with 1, 20 goes to unit emea");
    assertThat(rule("CO-102").conditions()).hasSize(2);
    assertThat(rule("CO-103").place()).hasToString("routing/company/lands.table.csv:A4");
  }

  @Test
  void mistakesInARoutingTableNameTheCell() {
    folder.write(
        "routing/company/lands.table.csv",
        ROUTES
            .replace("US;;50", "UK;;many")
            .replace("nordwind;20", "nordwind;soon")
            .replace("CO-102;sales-ops", "CO-101;"));

    assertThat(folder.findings())
        .anyMatch(each -> each.startsWith("routing/company/lands.table.csv:D4: \"UK\" is no value"))
        .contains(
            "routing/company/lands.table.csv:F4: \"many\" is no number without cents and points",
            "routing/company/lands.table.csv:J4: \"soon\" is no whole number",
            "routing/company/lands.table.csv:B3: this row needs an owner",
            "routing/company/lands.table.csv:A3: the id CO-101 belongs to another rule already: routing/company/lands.table.csv:A2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >= 100   | ">= 100" is no number without cents and points; a cell holds the bare value
          100-499  | "100-499" is no number without cents and points; a cell holds the bare value
          "5,000"  | "5,000" is no number without cents and points; write 5000
          any      | "any" is no number without cents and points; leave the cell empty
          """)
  void cellsAsOtherProductsHaveThemAreAnsweredWithWhatToDo(String cell, String sentence) {
    folder.write("routing/company/lands.table.csv", ROUTES.replace("US;;50", "US;;" + cell));

    assertThat(folder.findings())
        .singleElement()
        .asString()
        .startsWith("routing/company/lands.table.csv:F4: " + sentence);
  }

  @Test
  void aRowNoLeadCanFitIsFound() {
    folder
        .write("routing/company/lands.table.csv", ROUTES.replace("US;;50", "US;100;50"))
        .write("routing/company/lands.cases.yaml", ROUTE_CASES);

    assertThat(folder.findings())
        .contains("routing/company/lands.table.csv:A4: no lead can fit this row");
  }

  private Rule rule(String id) {
    return folder.rulebook().ruleSets().stream()
        .flatMap(set -> set.rules().stream())
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
