package org.leadflow.rules.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadflow.rules.Fired;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rule;
import org.leadflow.rules.Target;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.RuleFile;

/** What is claimed about rules made by chance is what they do when they are fired. */
class AnalysisAgainstFiringTests {

  private static final int SETS = Integer.getInteger("leadflow.analysis.sets", 40);
  private static final int LEADS = 600;

  private static final Map<Discovery.Kind, Integer> CLAIMS = new EnumMap<>(Discovery.Kind.class);

  private static List<Map.Entry<Map<String, String>, LeadFacts>> all;

  @BeforeAll
  static void allLeads() {
    all = List.copyOf(RandomRules.allLeads().entrySet());
  }

  @AfterAll
  static void everythingWasClaimedOften() {
    assertThat(CLAIMS)
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy((kind, times) -> assertThat(times).isGreaterThan(3));
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, each -> each + 1).limit(SETS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void claimsHoldWhenFired(long seed) {
    boolean exact = seed % 2 == 0;
    int count = 2 + (int) (seed % 7);
    String drl = new RandomRules(seed, exact).drl(count);
    Compilation compilation = RulesOpened.compile(new RuleFile("routing/units/x/all.drl", drl));
    assertThat(compilation.findings()).isEmpty();
    List<Rule> rules = compilation.rules();
    Map<Map<String, String>, Verdict> verdicts = fired(compilation, seed);
    List<Discovery> discoveries =
        Analysis.of("routing/units/x", rules, List.of(), KnownReceivers.ANYBODY);

    for (Discovery discovery : discoveries) {
      CLAIMS.merge(discovery.kind(), 1, Integer::sum);
      switch (discovery.kind()) {
        case NEVER_TRUE -> neverTrue(discovery, verdicts, drl);
        case UNREACHABLE -> unreachable(discovery, verdicts, drl);
        case DUPLICATE -> duplicate(discovery, verdicts, drl);
        case CONFLICT -> {
          if (exact) {
            Verdict verdict = compilation.compiled().ask(RandomRules.facts(discovery.example()));
            assertThat(verdict.conflict()).as(drl + discovery).isNotEmpty();
          }
        }
        default -> assertThat(discovery.kind()).isEqualTo(Discovery.Kind.GAP);
      }
    }
    gaps(rules, verdicts, exact, drl);
    if (exact) {
      nothingIsOverlooked(rules, verdicts, discoveries, drl);
    }
  }

  /** Thousands of combinations; each set sees some of them. */
  private static Map<Map<String, String>, Verdict> fired(Compilation compilation, long seed) {
    var random = new Random(seed);
    var verdicts = new LinkedHashMap<Map<String, String>, Verdict>();
    for (int each = 0; each < LEADS; each++) {
      Map.Entry<Map<String, String>, LeadFacts> lead = all.get(random.nextInt(all.size()));
      verdicts.put(lead.getKey(), compilation.compiled().ask(lead.getValue()));
    }
    return verdicts;
  }

  private static void neverTrue(
      Discovery discovery, Map<Map<String, String>, Verdict> verdicts, String drl) {
    if (discovery.sentence().contains("can never fire")) {
      assertThat(verdicts.values())
          .as(drl + discovery)
          .noneMatch(each -> ids(each).contains(discovery.rules().get(0)));
    }
  }

  private static void unreachable(
      Discovery discovery, Map<Map<String, String>, Verdict> verdicts, String drl) {
    List<String> winners = discovery.rules().subList(1, discovery.rules().size());
    verdicts.forEach(
        (lead, verdict) -> {
          if (ids(verdict).contains(discovery.rules().get(0))) {
            assertThat(ids(verdict)).as(drl + discovery + lead).containsAnyElementsOf(winners);
            int own = priority(verdict, discovery.rules().get(0));
            assertThat(verdict.fired())
                .as(drl + discovery + lead)
                .anyMatch(each -> ((Target) each.outcome()).priority() < own);
          }
        });
  }

  /** Without the rule every lead goes where it went with it. */
  private static void duplicate(
      Discovery discovery, Map<Map<String, String>, Verdict> verdicts, String drl) {
    verdicts.forEach(
        (lead, verdict) -> {
          List<Fired> others =
              verdict.fired().stream()
                  .filter(each -> !each.ruleId().equals(discovery.rules().get(0)))
                  .toList();
          assertThat(best(others)).as(drl + discovery + lead).isEqualTo(best(verdict.fired()));
        });
  }

  private static void gaps(
      List<Rule> rules, Map<Map<String, String>, Verdict> verdicts, boolean exact, String drl) {
    Space space = Space.of(rules, true, List.of());
    List<Reading> readings = rules.stream().map(space::read).toList();
    List<Box> regions = new Gaps(space, readings).regions();
    Set<String> vague =
        readings.stream()
            .filter(each -> each.possible().stream().anyMatch(part -> !part.isExact()))
            .map(each -> each.rule().id())
            .collect(Collectors.toSet());
    verdicts.forEach(
        (lead, verdict) -> {
          long inside = regions.stream().filter(each -> each.has(space.point(lead))).count();
          assertThat(inside).as(drl + regions + lead).isLessThanOrEqualTo(1);
          if (inside == 1) {
            assertThat(vague).as(drl + regions + lead).containsAll(ids(verdict));
          } else if (exact) {
            assertThat(ids(verdict)).as(drl + regions + lead).isNotEmpty();
          }
        });
  }

  private static void nothingIsOverlooked(
      List<Rule> rules,
      Map<Map<String, String>, Verdict> verdicts,
      List<Discovery> discoveries,
      String drl) {
    if (verdicts.values().stream().anyMatch(each -> !each.conflict().isEmpty())) {
      assertThat(discoveries).as(drl).anyMatch(each -> each.kind() == Discovery.Kind.CONFLICT);
    }
    Set<String> told =
        discoveries.stream()
            .filter(each -> each.kind() != Discovery.Kind.GAP)
            .map(each -> each.rules().get(0))
            .collect(Collectors.toSet());
    var decides = new HashSet<String>();
    for (Verdict verdict : verdicts.values()) {
      int lowest =
          verdict.fired().stream()
              .mapToInt(each -> ((Target) each.outcome()).priority())
              .min()
              .orElse(0);
      verdict.fired().stream()
          .filter(each -> ((Target) each.outcome()).priority() == lowest)
          .forEach(each -> decides.add(each.ruleId()));
    }
    var possible = new ArrayList<String>();
    Space space = Space.of(rules, true, List.of());
    for (Rule rule : rules) {
      // The leads are a sample: a rule that is told to be reachable shows the lead.
      if (!decides.contains(rule.id()) && !told.contains(rule.id())) {
        possible.add(rule.id());
        List<Reading> stronger =
            rules.stream()
                .filter(each -> priority(each) < priority(rule))
                .map(space::read)
                .toList();
        List<Box> boxes =
            stronger.stream()
                .flatMap(each -> each.possible().stream())
                .map(Reading.Part::sure)
                .toList();
        assertThat(
                space.read(rule).possible().stream()
                    .map(part -> space.example(part.may(), boxes))
                    .filter(each -> each != null))
            .as(drl + rule)
            .isNotEmpty();
      }
    }
    assertThat(possible.size()).isLessThanOrEqualTo(rules.size());
  }

  private static Set<String> best(List<Fired> fired) {
    int lowest =
        fired.stream().mapToInt(each -> ((Target) each.outcome()).priority()).min().orElse(0);
    return fired.stream()
        .filter(each -> ((Target) each.outcome()).priority() == lowest)
        .map(each -> ((Target) each.outcome()).id())
        .collect(Collectors.toSet());
  }

  private static int priority(Verdict verdict, String rule) {
    return verdict.fired().stream()
        .filter(each -> each.ruleId().equals(rule))
        .mapToInt(each -> ((Target) each.outcome()).priority())
        .findFirst()
        .orElseThrow();
  }

  private static int priority(Rule rule) {
    return ((Target) rule.outcomes().get(0)).priority();
  }

  private static List<String> ids(Verdict verdict) {
    return verdict.fired().stream().map(Fired::ruleId).toList();
  }
}
