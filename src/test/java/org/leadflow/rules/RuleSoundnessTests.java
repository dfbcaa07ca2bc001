package org.leadflow.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.drools.RulesOpened;
import org.leadflow.rules.house.CaseResult;
import org.leadflow.rules.house.Examination;

/** The same lead gets the same verdict: often, from several threads, and whatever it says. */
class RuleSoundnessTests {

  private static Rulebook rulebook;
  private static List<CaseResult> cases;
  private static List<Verdict> expected;

  @BeforeAll
  static void askOnce() {
    Examination examination = RulesOpened.examine("classpath:rules/");
    rulebook = examination.rulebook();
    cases = examination.cases();
    expected = askAll();
  }

  @Test
  void everyCaseIsDecidedTheSameHundredsOfTimes() {
    // Some conditions of this version of Drools break only once they are compiled, after some
    // hundred leads.
    for (int round = 0; round < 250; round++) {
      assertThat(askAll()).isEqualTo(expected);
    }
  }

  @Test
  void fourThreadsAreAnsweredAsOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> work =
          () -> Stream.generate(RuleSoundnessTests::askAll).limit(50).allMatch(expected::equals);

      for (Future<Boolean> same : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(same.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void hugeTextsAreDecidedBeforeThePatternsAreGivenUp() {
    List<String> texts =
        List.of(
            "a".repeat(100_000),
            "www.".repeat(25_000),
            "seo backlinks we offer ".repeat(5_000),
            "\n".repeat(100_000),
            "[url".repeat(25_000));

    assertThat(texts)
        .allSatisfy(
            text ->
                assertThatCode(
                        () ->
                            rulebook
                                .ruleSets()
                                .forEach(set -> rulebook.ask(set.name(), saying(text))))
                    .doesNotThrowAnyException());
  }

  private static LeadFacts saying(String text) {
    return LeadFacts.on(LocalDate.of(2026, 1, 15))
        .subject(text)
        .firstName(text)
        .lastName(text)
        .companyName(text)
        .jobTitle(text)
        .emailAddress(text)
        .emailDomain(text)
        .phone(text)
        .description(text)
        .build();
  }

  private static List<Verdict> askAll() {
    return cases.stream().map(each -> rulebook.ask(each.ruleSet(), each.lead())).toList();
  }
}
