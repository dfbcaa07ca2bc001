package org.leadflow.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadflow.rules.Condition;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.Operator;
import org.leadflow.rules.Place;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Receivers;
import org.leadflow.rules.Rule;
import org.leadflow.rules.Target;
import org.leadflow.rules.house.ConditionReader;

/** What authors are told about their rules as a whole, in which words. */
class AnalysisTests {

  private static final String SET = "routing/units/emea";

  private final List<Rule> rules = new ArrayList<>();

  @Test
  void conditionsThatExcludeEachOtherAreNamed() {
    rule("employees > 10 && employees < 5", "a", 10);
    rule("country == \"DE\" && country == \"AT\"", "a", 20);
    rule("country == \"UK\"", "a", 30);

    assertThat(found(Discovery.Kind.NEVER_TRUE))
        .containsExactly(
            "a.drl:1: R-1 \"Rule 1\" can never fire: \"employees > 10\" and \"employees < 5\" exclude"
                + " each other; put one of them right",
            "a.drl:2: R-2 \"Rule 2\" can never fire: \"country == \"DE\"\" and \"country == \"AT\"\""
                + " exclude each other; put one of them right",
            "a.drl:3: R-3 \"Rule 3\" can never fire: no lead has \"country == \"UK\"\"; put the"
                + " condition right");
  }

  @Test
  void anAlternativeThatNeverHoldsIsNamed() {
    rule("employees > 10 || employees > 10 && employees < 5", "a", 10);

    assertThat(found(Discovery.Kind.NEVER_TRUE))
        .singleElement()
        .asString()
        .contains("one of the alternatives of R-1 \"Rule 1\" can never hold");
  }

  @Test
  void aRuleBehindSeveralOthersIsUnreachable() {
    rule("country == \"DE\" && employees < 100", "a", 10);
    rule("country == \"DE\" && employees >= 100", "b", 20);
    rule("country == \"DE\" && employees != null", "c", 30);
    rule("country == \"DE\"", "d", 40);

    assertThat(found(Discovery.Kind.UNREACHABLE))
        .singleElement()
        .asString()
        .startsWith("a.drl:3: R-3 \"Rule 3\" never decides: every lead it takes is taken before by")
        .contains("R-1 (priority 10) and R-2 (priority 20)");
  }

  @Test
  void aPatternTakesNothingForCertain() {
    rule("companyName matches \".*\"", "a", 10);
    rule("companyName != null", "b", 20);

    assertThat(found(Discovery.Kind.UNREACHABLE)).isEmpty();
  }

  @Test
  void equalPrioritiesAreShownByALead() {
    rule("country in (\"DE\", \"AT\")", "a", 10);
    rule("employees >= 250", "b", 10);
    rule("country == \"DE\"", "c", 5);

    assertThat(found(Discovery.Kind.CONFLICT))
        .singleElement()
        .asString()
        .contains(
            "both have priority 10: the lead { country: AT, employees: 250 } would go nowhere");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "phone.startsWith(\"+49\")~phone.startsWith(\"+49\")~{ phone: \"+49\" }",
        "postalCode.startsWith(\"8\")~postalCode.startsWith(\"80\")~{ postalCode: 80 }",
        "companyName contains \"bank\"~companyName.endsWith(\"bank\")~{ companyName: bank }",
        "emailDomain matches \"(.*[.])?acme[.]example\"~emailDomain matches \"(.*[.])?acme[.]example\"~{ emailDomain: acme.example }",
        "jobTitle matches \"(?iU).*\\\\b(head|director)\\\\b.*\"~jobTitle matches \"(?iU).*\\\\b(chief|director)\\\\b.*\"~{ jobTitle: director }",
        "country matches \"D.\"~country in (\"DE\", \"AT\")~{ country: DE }",
        "lastName matches \"\\\\p{Lu}[a-z]{2,}(?!x)\"~lastName matches \"\\\\p{Lu}[a-z]{2,}(?!x)\"~{ lastName: Laa }",
        "country not in (\"DE\", \"AT\")~country not in (\"AT\", \"DE\")~{}",
      })
  void patternsOfEqualPriorityThatMeetAreShownByALead(String one, String other, String lead) {
    rule(one, "a", 10);
    rule(other, "b", 10);

    assertThat(found(Discovery.Kind.CONFLICT))
        .singleElement()
        .asString()
        .contains("both have priority 10: the lead " + lead + " would go nowhere");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phone.startsWith(\"+49\")|phone.startsWith(\"+48\")",
        "jobTitle matches \".*director\"|jobTitle matches \".*chief\"",
        "emailAddress matches \".*@acme[.]example\"|emailDomain == \"bund.de\"",
        "freeMail == true|emailDomain.endsWith(\"acme.example\")",
        "city not contains \"a\" && city != null|city == \"Ulm am See\"",
      })
  void patternsNobodyKnowsALeadForAreNotClaimedToMeet(String one, String other) {
    rule(one, "a", 10);
    rule(other, "b", 10);

    assertThat(found(Discovery.Kind.CONFLICT)).isEmpty();
  }

  @Test
  void rulesThatAskTheSameAreAConflictEvenWhereNobodyFindsALead() {
    String twice = "lastName matches \"(.)(.)\\\\2\\\\1\"";
    rule(twice, "a", 10);
    rule(twice, "b", 10);
    rule(twice, "c", 20);
    rule(twice, "d", 20);

    assertThat(found(Discovery.Kind.CONFLICT))
        .singleElement()
        .asString()
        .contains("R-2 \"Rule 2\" says team b, R-1 \"Rule 1\" at a.drl:1 says team a")
        .contains("both ask the same, and a lead they take would go nowhere");
  }

  @Test
  void manyAlternativesOfDifferentRulesAreNotTheSame() {
    String six = "(city == \"a\" || city == \"b\" || city == \"c\" || city == \"d\")";
    String many = six + " && " + six.replace("city", "state") + " && ";
    rules.add(
        opaque(1, many + six.replace("city", "lastName") + " && subject == \"x\" && " + six, "a"));
    rules.add(
        opaque(2, many + six.replace("city", "firstName") + " && subject == \"x\" && " + six, "a"));

    assertThat(found(Discovery.Kind.DUPLICATE)).isEmpty();
  }

  @Test
  void prefixesOfTenThousandRowsAreComparedInSeconds() {
    for (int row = 1; row <= 10_000; row++) {
      rule(
          "country == \"DE\" && postalCode.startsWith(\"%05d\")".formatted(row), "t" + row % 9, 50);
    }
    rule("country == \"DE\" && postalCode.startsWith(\"0007\")", "other", 50);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();

    assertThat(found(Discovery.Kind.CONFLICT))
        .hasSizeBetween(10, 11)
        .allMatch(each -> each.contains("postalCode: 0007"));
    assertThat((clock.getCurrentThreadCpuTime() - start) / 1_000_000).isLessThan(10_000);
  }

  @Test
  void aConflictThatAStrongerRuleTakesAwayIsNone() {
    rule("country == \"DE\"", "a", 10);
    rule("country == \"DE\" && employees > 5", "b", 10);
    rule("country == \"DE\"", "c", 5);

    assertThat(found(Discovery.Kind.CONFLICT)).isEmpty();
  }

  @Test
  void aConflictIsFoundAtTheEndOfTheNumbersToo() {
    rule("country == \"DE\"", "a", Integer.MAX_VALUE);
    rule("country == \"DE\"", "b", Integer.MAX_VALUE);

    assertThat(found(Discovery.Kind.CONFLICT)).hasSize(1);
  }

  @Test
  void gapsAreRegionsAndUnknownIsAValue() {
    rule("country in (\"DE\", \"CH\")", "a", 10);
    rule("country == \"AT\" && employees >= 250", "a", 10);
    rule("country not in (\"DE\", \"AT\", \"CH\")", "a", 20);

    assertThat(found(Discovery.Kind.GAP))
        .singleElement()
        .asString()
        .startsWith(
            SET + ": no rule takes leads with country AT; employees below 250 or not known");
  }

  @Test
  void aGapIsClosedByACaseThatMeansIt() {
    rule("country not in (\"DE\", \"AT\", \"CH\")", "a", 10);

    assertThat(Analysis.of(SET, rules, List.of(Map.of("country", "DE")), KnownReceivers.ANYBODY))
        .singleElement()
        .asString()
        .contains("country AT or CH;");
  }

  @Test
  void aLastResortLeavesNoGap() {
    rule("country == \"DE\"", "a", 10);
    rule("", "b", 900);

    assertThat(found(Discovery.Kind.GAP)).isEmpty();
  }

  @Test
  void duplicatesAreNamedHoweverTheyAreWritten() {
    rule("country in (\"DE\", \"AT\") && employees >= 10", "a", 10);
    rule("employees > 9 && country == \"AT\" || employees >= 10 && country == \"DE\"", "b", 10);
    rule("employees > 9 && country in (\"AT\", \"DE\")", "a", 10);
    rule("employees > 50 && country == \"AT\"", "a", 10);

    assertThat(found(Discovery.Kind.DUPLICATE))
        .hasSize(2)
        .anyMatch(each -> each.contains("R-3 \"Rule 3\" takes the same leads as R-1"))
        .anyMatch(each -> each.contains("R-4 \"Rule 4\" adds nothing to R-1"));
  }

  @Test
  void scoreAndGradeGoTogether() {
    rule("grade == \"A\" && score < 50", "a", 10);

    assertThat(found(Discovery.Kind.NEVER_TRUE)).singleElement().asString().contains("can never");
  }

  @Test
  void whoIsNotThereIsNamed() {
    rules.add(rule(1, "", Target.team("nordwind-sales", 10)));
    rules.add(rule(2, "", Target.person("gone", 20)));
    rules.add(rule(3, "", Target.queue("dach", 30)));
    rules.add(rule(4, "", Target.team("triage", 40)));
    rules.add(rule(5, "", Target.team("inner", 50)));
    rules.add(rule(6, "", Receiver.unit("apac", 60)));
    var known =
        new Receivers(
            Map.of("root", "", "emea", "root", "dach-unit", "emea"),
            Set.of("nordwind"),
            Map.of(
                "nordwind-sales", new Receivers.Home("emea", "nordwind"),
                "triage", new Receivers.Home("root", null),
                "inner", new Receivers.Home("dach-unit", null)),
            Map.of(),
            Set.of("gone"),
            "triage");

    assertThat(
            Analysis.of(SET, rules, List.of(), known).stream()
                .filter(each -> each.kind() == Discovery.Kind.UNKNOWN_RECEIVER)
                .map(Discovery::sentence))
        .containsExactly(
            "R-1 \"Rule 1\" names the team \"nordwind-sales\", which is of the partner nordwind and"
                + " not of emea",
            "R-2 \"Rule 2\" names gone, who is not active any more; name somebody else",
            "R-3 \"Rule 3\" names the team \"dach\", which does not exist; there are inner,"
                + " nordwind-sales, triage",
            "R-6 \"Rule 6\" names the unit \"apac\", which does not exist; there are dach-unit, emea,"
                + " root");
  }

  @Test
  void tenThousandRowsAreLookedAtInSeconds() {
    var random = new Random(7);
    List<String> countries = List.of("DE", "AT", "CH", "FR", "IT", "ES", "PL", "US", "BR", "JP");
    for (int row = 1; row <= 10_000; row++) {
      int from = random.nextInt(5_000);
      String conditions =
          switch (row % 3) {
            case 0 -> "country == \"%s\" && postalCode == \"%05d\"";
            case 1 -> "country == \"%s\" && employees >= %2$d && employees < " + (from + 50);
            default -> "country == \"%s\" && revenue >= %2$d && employees >= " + row % 900;
          };
      rule(
          conditions.formatted(countries.get(row % 10), row % 3 == 1 ? from : row),
          "t" + row % 20,
          10 + row % 400);
    }
    // The time of this thread: other work of the machine does not count.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    List<Discovery> discoveries = Analysis.of(SET, rules, List.of(), KnownReceivers.ANYBODY);
    long took = (clock.getCurrentThreadCpuTime() - start) / 1_000_000;

    assertThat(discoveries).isNotEmpty();
    assertThat(took).isLessThan(10_000);
  }

  private void rule(String conditions, String team, int priority) {
    rules.add(rule(rules.size() + 1, conditions, Target.team(team, priority)));
  }

  private static Rule opaque(int number, String conditions, String team) {
    List<List<Condition>> read = ConditionReader.read(conditions, Place.of("a.drl", number));
    assertThat(read).hasSize(1);
    return new Rule(
        "R-" + number,
        "Rule " + number,
        "x",
        "a.drl",
        number,
        "",
        read,
        List.of(Target.team(team, 10)));
  }

  private static Rule rule(int number, String conditions, org.leadflow.rules.Outcome outcome) {
    Place place = Place.of("a.drl", number);
    List<List<Condition>> read = ConditionReader.read(conditions, place);
    assertThat(read.stream().flatMap(List::stream))
        .noneMatch(each -> each.operator() == Operator.OPAQUE);
    return new Rule(
        "R-" + number, "Rule " + number, "x", "a.drl", number, "", read, List.of(outcome));
  }

  private List<String> found(Discovery.Kind kind) {
    return Analysis.of(SET, rules, List.of(), KnownReceivers.ANYBODY).stream()
        .filter(each -> each.kind() == kind)
        .map(each -> each.finding().toString())
        .toList();
  }
}
