package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.CompiledRules;
import org.leadflow.rules.house.RuleFile;

/** The same rules decide the same, as rows found by an index and as rules matched by Drools. */
class RuleAgreementTests {

  private static final String HEAD =
      "id;owner;country;country not;employees from;employees below;revenue above;revenue to;"
          + "postalCode starts with;subject contains;customer;phone known;today from;kind;target;priority\n";

  private final Random random = new Random(4711);
  private final StringBuilder table = new StringBuilder(HEAD);
  private final StringBuilder drl =
      new StringBuilder("package routing.company\nimport org.leadflow.rules.*\n");

  @Test
  void rowsAndRulesNameTheSameWinnersAndCandidates() {
    for (int i = 0; i < 80; i++) {
      rule(i);
    }
    RuleFile rows = new RuleFile("routing/company/rows.table.csv", table.toString());
    CompiledRules asRows = compiled(rows);
    CompiledRules asRules = compiled(new RuleFile("routing/company/rules.drl", drl.toString()));
    CompiledRules mixed =
        compiled(
            rows,
            new RuleFile(
                "routing/company/last.drl",
                """
                package routing.company
                import org.leadflow.rules.*
                rule "last"
                @Id("ZZ-1") @Owner("o")
                when LeadFacts( ) then insert( Receiver.unit("last", 9999) );
                end
                """));

    int hits = 0;
    for (int i = 0; i < 1500; i++) {
      LeadFacts lead = lead();
      Verdict byRules = asRules.ask(lead);
      Verdict byRows = asRows.askAll(lead);
      assertThat(ids(byRows)).isEqualTo(ids(byRules));
      assertThat(asRows.ask(lead).winner().map(Fired::ruleId))
          .isEqualTo(byRules.winner().map(Fired::ruleId));
      assertThat(asRows.ask(lead).conflict()).hasSameSizeAs(byRules.conflict());
      assertThat(ids(mixed.askAll(lead)))
          .containsExactlyElementsOf(
              Stream.concat(ids(byRules).stream(), Stream.of("ZZ-1")).toList());
      hits += byRules.fired().isEmpty() ? 0 : 1;
    }
    assertThat(hits).isGreaterThan(200);
  }

  private void rule(int number) {
    var cells = new ArrayList<String>();
    var conditions = new ArrayList<String>();
    add(3, cells, conditions, "DE, AT", "country in (\"DE\", \"AT\")");
    add(5, cells, conditions, pick("BR", "US"), "country != \"%s\"");
    add(3, cells, conditions, number(500), "employees >= %s");
    add(3, cells, conditions, number(1000), "employees < %s");
    add(6, cells, conditions, number(900) + ".50", "revenue > %s");
    add(6, cells, conditions, number(1000), "revenue <= %s");
    add(
        5,
        cells,
        conditions,
        "" + random.nextInt(10),
        "postalCode != null && postalCode.startsWith(\"%s\")");
    add(6, cells, conditions, pick("crm", "phone"), "subject matches \"(?s).*%s.*\"");
    add(6, cells, conditions, pick("yes", "no"), "customer == %s");
    add(6, cells, conditions, pick("yes", "no"), "phone %s null");
    cells.add("");
    int priority = random.nextInt(30);
    String id = "CO-%03d".formatted(number);
    table
        .append(id)
        .append(";o;")
        .append(String.join(";", cells))
        .append(";unit;u")
        .append(number % 7)
        .append(';')
        .append(priority)
        .append('\n');
    drl.append(
        """
        rule "%s"
        @Id("%s") @Owner("o")
        when LeadFacts( %s )
        then insert( Receiver.unit("u%d", %d) );
        end
        """
            .formatted(id, id, String.join(", ", conditions), number % 7, priority));
  }

  private void add(
      int rarity, List<String> cells, List<String> conditions, String value, String condition) {
    if (random.nextInt(rarity) != 0) {
      cells.add("");
      return;
    }
    cells.add(value);
    if (condition.startsWith("customer")) {
      conditions.add(condition.formatted(value.equals("yes")));
    } else if (condition.startsWith("phone")) {
      conditions.add(condition.formatted(value.equals("yes") ? "!=" : "=="));
    } else if (!condition.isEmpty()) {
      conditions.add(condition.formatted(value));
    }
  }

  private LeadFacts lead() {
    LeadFactsBuilder lead = LeadFacts.on(LocalDate.of(2026, 1, 15));
    maybe(pick("DE", "AT", "CH", "US", "BR"), lead::country);
    maybe(random.nextInt(1100), lead::employees);
    maybe(new BigDecimal(random.nextInt(1000)).setScale(2), lead::revenue);
    maybe(number(99999), lead::postalCode);
    maybe(pick("a crm please", "a phone", "nothing"), lead::subject);
    maybe(random.nextBoolean(), lead::customer);
    maybe("+49", lead::phone);
    return lead.build();
  }

  private <T> void maybe(T value, Function<@Nullable T, ?> set) {
    set.apply(random.nextInt(4) == 0 ? null : value);
  }

  private String number(int below) {
    return "" + random.nextInt(below);
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }

  private static List<String> ids(Verdict verdict) {
    return verdict.fired().stream().map(Fired::ruleId).toList();
  }

  private static CompiledRules compiled(RuleFile... files) {
    Compilation compilation = RulesOpened.compile(files);
    assertThat(compilation.findings()).isEmpty();
    assertThat(compilation.compiled()).isNotNull();
    return compilation.compiled();
  }
}
