package org.leadflow.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.RuleFile;

class ChoicesTests {

  @Test
  void aRuleForSeveralValuesIsSpreadOverThemInTheSameLines() {
    assertThat(
            Choices.spread(
                """
                when LeadFacts( country in ("DE",
                    "AT"), // the south )
                  grade == "A" )
                then
                """))
        .matches(
            """
            when \\( LeadFacts\\( country == "DE"
            , +
              grade == "A" \\) or LeadFacts\\( country == "AT" , +grade == "A" \\) \\)
            then
            """);
  }

  @Test
  void whatOneLineOfRulesSaysIsLeftAloneWhenItCannotBeSpreadSafely() {
    for (String same :
        List.of(
            "when $lead : LeadFacts( country in (\"DE\", \"AT\") )",
            "when $lead: LeadFacts( country in (\"DE\", \"AT\") )",
            "when LeadFacts( country not in (\"DE\", \"AT\") )",
            "when LeadFacts( country in (\"DE\", \"AT\") || grade == \"A\" )",
            "when LeadFacts( employees in (1, 2) )",
            "when LeadFacts( country in (\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\") )",
            "when // LeadFacts( country in (\"DE\", \"AT\") )")) {
      assertThat(Choices.spread(same)).isEqualTo(same);
    }
  }

  @Test
  void aSpreadRuleFiresOnceForEachOfItsValuesAndForNoOther() {
    Compilation rules =
        compile(
            """
            when LeadFacts( country in ("DE", "A\\"T", "DE"), employees >= 10 )
              or LeadFacts( grade in ("A") )
            """);
    assertThat(fired(rules, "DE", 10, "B")).containsExactly("R-1");
    assertThat(fired(rules, "A\"T", 10, "A")).containsExactly("R-1");
    assertThat(fired(rules, "DE", 9, "A")).containsExactly("R-1");
    assertThat(fired(rules, "DE", 9, "B")).isEmpty();
    assertThat(fired(rules, "FR", 10, "B")).isEmpty();
    assertThat(fired(rules, null, 10, null)).isEmpty();
  }

  @Test
  void aMistakeInASpreadRuleIsToldOnceAndAtTheSameLineAsInAnyOther() {
    assertThat(
            compile(
                    """
                    when LeadFacts(
                      country in ("DE", "AT"),
                      cuntry == "DE",
                      grade == "A" )
                    """)
                .findings())
        .extracting(Finding::line)
        .containsExactly(4);
  }

  private static Compilation compile(String when) {
    return RealCompiler.open()
        .compile(
            "routing/company",
            "1",
            List.of(
                new RuleFile(
                    "routing/company/some.drl",
                    """
                    package routing.company; import org.leadflow.rules.*
                    rule "Some go there"
                    @Id("R-1") @Owner("sales")
                    %sthen insert( Receiver.unit("emea", 1) );
                    end
                    """
                        .formatted(when))));
  }

  private static List<String> fired(
      Compilation rules, String country, int employees, String grade) {
    return rules
        .compiled()
        .ask(
            LeadFacts.on(LocalDate.of(2026, 1, 15))
                .country(country)
                .employees(employees)
                .grade(grade)
                .build())
        .fired()
        .stream()
        .map(Fired::ruleId)
        .toList();
  }
}
