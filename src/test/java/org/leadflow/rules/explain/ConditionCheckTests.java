package org.leadflow.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rule;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.explain.ConditionCheck.Held;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.RuleFile;

/** A condition is said to hold exactly when the compiled rules find that it does. */
class ConditionCheckTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
  private static final List<String> COUNTRIES = List.of("DE", "AT", "CH", "NO", "US");
  private static final List<String> TEXTS =
      List.of(
          "Director of Sales",
          "director",
          "CEO",
          "a\nb",
          "",
          "12",
          "012",
          "12.0",
          "70173",
          "Zürich",
          "(x) || y");
  private static final List<String> AMOUNTS = List.of("0", "0.00", "100", "100.0", "99.99", "1E3");

  private final Random random = new Random(20260115);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsSaidToHoldIsWhatTheRulesFind(long seed) {
    random.setSeed(seed);
    List<String> written = written();
    Compilation compiled = compiled(written);

    for (int i = 0; i < 400; i++) {
      LeadFacts facts = facts();
      Set<String> fired =
          compiled.compiled().ask(facts).fired().stream()
              .map(Fired::ruleId)
              .collect(Collectors.toSet());
      for (Rule rule : compiled.rules()) {
        Held held = ConditionCheck.held(rule.conditions().get(0).get(0), facts);
        assertThat(held)
            .as("%s of %s", rule.conditions(), FactValues.known(facts))
            .isEqualTo(fired.contains(rule.id()) ? Held.YES : Held.NO);
      }
    }
  }

  @Test
  void whatNobodyCanTakeApartIsNotJudged() {
    Rule rule = compiled(List.of("employees > score")).rules().get(0);

    assertThat(ConditionCheck.held(rule.conditions().get(0).get(0), facts()))
        .isEqualTo(Held.UNTOLD);
  }

  private static Compilation compiled(List<String> conditions) {
    var text = new StringBuilder("package scoring\nimport org.leadflow.rules.*\n");
    for (int i = 0; i < conditions.size(); i++) {
      text.append(
          """
          rule "rule %1$d"
          @Id("R-%1$d") @Owner("o")
          when LeadFacts( %2$s )
          then insert( new Points(1) );
          end
          """
              .formatted(i, conditions.get(i)));
    }
    Compilation compiled = RulesOpened.compile(new RuleFile("scoring/all.drl", text.toString()));
    assertThat(compiled.findings()).isEmpty();
    return compiled;
  }

  /** Each operator for each kind of fact, with values at the borders of what leads have. */
  private static List<String> written() {
    var written = new ArrayList<String>();
    for (String comparison : List.of("==", "!=", "<", "<=", ">", ">=")) {
      for (String number : List.of("0", "12", "250", "-1")) {
        written.add("employees " + comparison + " " + number);
      }
      for (String amount : List.of("0", "100", "99.99B", "1000")) {
        written.add("revenue " + comparison + " " + amount);
      }
      for (String text : TEXTS.subList(4, 10)) {
        written.add("postalCode " + comparison + " \"" + text + "\"");
      }
    }
    for (String country : COUNTRIES) {
      written.add("country == \"" + country + "\"");
      written.add("country != \"" + country + "\"");
    }
    written.add("country in (\"DE\", \"AT\")");
    written.add("country not in (\"DE\", \"AT\")");
    written.add("employees in (12, 250)");
    written.add("employees not in (12, 250)");
    for (String value : List.of("true", "false")) {
      written.add("decisionMaker == " + value);
      written.add("decisionMaker != " + value);
    }
    for (String pattern :
        List.of("(?iU).*\\\\bdirector\\\\b.*", "[0-9]+", ".*", "", "(?is)A.B", ".*z.*")) {
      written.add("jobTitle matches \"" + pattern + "\"");
      written.add("jobTitle not matches \"" + pattern + "\"");
    }
    for (String part : List.of("irector", "(x) || y", "", "CEO")) {
      written.add("jobTitle contains \"" + part + "\"");
      written.add("jobTitle not contains \"" + part + "\"");
      written.add("jobTitle!.startsWith(\"" + part + "\")");
      written.add("jobTitle!.endsWith(\"" + part + "\")");
    }
    for (String fact : List.of("country", "employees", "revenue", "decisionMaker")) {
      written.add(fact + " == null");
      written.add(fact + " != null");
    }
    return written;
  }

  private LeadFacts facts() {
    String amount = oneOf(AMOUNTS);
    String number = oneOf(List.of("-1", "0", "11", "12", "249", "250", "1000000"));
    String yes = oneOf(List.of("true", "false"));
    return LeadFacts.on(TODAY)
        .country(oneOf(COUNTRIES))
        .jobTitle(oneOf(TEXTS))
        .postalCode(oneOf(TEXTS))
        .employees(number == null ? null : Integer.valueOf(number))
        .revenue(amount == null ? null : new BigDecimal(amount))
        .decisionMaker(yes == null ? null : Boolean.valueOf(yes))
        .build();
  }

  private @Nullable String oneOf(List<String> values) {
    int at = random.nextInt(values.size() + 1);
    return at == values.size() ? null : values.get(at);
  }
}
