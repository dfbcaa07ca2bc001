package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.rules.drools.RulesOpened;

/** Asks the rules of the project as the other rooms do. */
class RulebookTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

  private static Rulebook rulebook;

  @BeforeAll
  static void open() {
    rulebook = RulesOpened.ofTheProject();
  }

  @Test
  void answersWithTheRuleThatDecidedAndWhereItStands() {
    Verdict verdict =
        rulebook.ask("routing/units/emea", facts().country("DE").employees(300).build());

    assertThat(verdict.winner())
        .hasValueSatisfying(
            fired -> {
              assertThat(fired.ruleId()).isEqualTo("EMEA-110");
              assertThat(fired.sentence()).startsWith("Germany, Austria and Switzerland with 250");
              assertThat(fired.owner()).isEqualTo("emea-sales");
              assertThat(fired.file()).isEqualTo("routing/units/emea/dach.dslr");
              assertThat(fired.line()).isEqualTo(1);
              assertThat(fired.outcome()).isEqualTo(Target.team("dach-enterprise", 50));
            });
    assertThat(verdict.fired()).extracting(Fired::ruleId).containsExactly("EMEA-110", "EMEA-900");
    assertThat(verdict.version()).matches("[0-9a-f]{12}");
  }

  @Test
  void tellsWhichRuleSetsThereAre() {
    assertThat(rulebook.ruleSets())
        .extracting(RuleSet::name)
        .containsExactly(
            "routing/company",
            "routing/partners/nordwind",
            "routing/partners/pacifica",
            "routing/units/americas",
            "routing/units/emea",
            "scoring",
            "screening");
    assertThat(rulebook.contains("scoring")).isTrue();
    assertThat(rulebook.contains("routing/units/apac")).isFalse();
  }

  @Test
  void refusesAQuestionNobodyWroteRulesFor() {
    assertThatThrownBy(() -> rulebook.ask("routing/units/apac", facts().build()))
        .isInstanceOf(UnknownRuleSet.class)
        .hasMessageContaining("routing/units/apac")
        .hasMessageContaining("routing/units/emea");
  }

  @Test
  void everyCountryIsTakenByExactlyOneRule() {
    List<String> forPeopleToDecide = List.of("CU", "IR", "KP", "SY", "AQ", "BV", "GS", "HM", "TF");

    assertThat(Stream.concat(Stream.of("XK"), Stream.of(Locale.getISOCountries())))
        .allSatisfy(
            country ->
                assertThat(
                        rulebook.ask("routing/company", facts().country(country).build()).fired())
                    .as(country)
                    .hasSize(forPeopleToDecide.contains(country) ? 0 : 1));
  }

  @Test
  void neverBlocksAPersonForTheName() {
    List<String> names =
        List.of(
            "O",
            "Ng",
            "李",
            "欧阳",
            "Null",
            "Test",
            "Testa",
            "Undefined",
            "True",
            "Nan",
            "O'Brien",
            "محمد",
            "Жуков",
            "Παπαδόπουλος",
            "김",
            "さくら",
            "ณัฐ",
            "ß",
            "Ødegård",
            "von der Heide-Müller",
            "X Æ A-12",
            "Asda",
            "Qureshi");

    assertThat(names)
        .allSatisfy(
            name -> {
              assertThat(screening(facts().lastName(name).build())).isEmpty();
              assertThat(screening(facts().firstName(name).lastName("Kim").subject("Test").build()))
                  .isEmpty();
              assertThat(screening(facts().firstName("Kim").lastName(name).build())).isEmpty();
            });
  }

  @Test
  void rulesThatTriggerEachOtherEndWithTheNameOfTheSet(@TempDir Path directory) {
    var folder =
        new AuthorsFolder(directory)
            .write(
                "scoring/endless.drl",
                """
                package scoring
                import org.leadflow.rules.*
                rule "Points bring more points"
                @Id("SCO-020") @Owner("sales-ops")
                when  Points( ) LeadFacts( employees >= 1000 )
                then  insert( new Points(1) );
                end
                """)
            .write(
                "scoring/endless.cases.yaml",
                """
                - because: large
                  lead: { employees: 1000 }
                  fires: [SCO-020]
                - because: small
                  lead: { employees: 1 }
                  fires: []
                """);

    assertThat(folder.findings())
        .singleElement()
        .asString()
        .startsWith(
            "scoring/endless.cases.yaml:1: \"large\": it breaks: Rule set scoring (version ")
        // On a busy machine the time is over before the count is.
        .matches(
            ".*its rules (trigger each other without end|did not come to an end within 1000 ms);.*")
        .endsWith("; the last to fire was SCO-020 (Points bring more points)");
  }

  @Test
  void theVersionFollowsTheRulesAndNotTheirCases(@TempDir Path directory) {
    var folder = new AuthorsFolder(directory);
    String version = folder.rulebook().ruleSets().get(1).version();

    folder.write("scoring/size.cases.yaml", AuthorsFolder.GOOD_CASES + "# looked at\n");
    assertThat(folder.rulebook().ruleSets().get(1).version()).isEqualTo(version);

    folder.write("scoring/size.drl", AuthorsFolder.GOOD_RULE.replace("\n", "\r\n"));
    assertThat(folder.rulebook().ruleSets().get(1).version()).isEqualTo(version);

    folder.writeRule("Points(20)", "Points(21)");
    assertThat(folder.rulebook().ruleSets().get(1).version()).isNotEqualTo(version);
  }

  private static LeadFactsBuilder facts() {
    return LeadFacts.on(TODAY);
  }

  private static List<Fired> screening(LeadFacts facts) {
    return rulebook.ask("screening", facts).fired();
  }
}
