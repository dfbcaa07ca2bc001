package org.leadflow.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.leadflow.rules.Finding;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.RuleSetFile;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.house.Compilation;
import org.leadflow.rules.house.CompiledRules;
import org.leadflow.rules.house.Drafts;
import org.leadflow.rules.house.RuleCompiler;
import org.leadflow.rules.house.RuleFile;

/** A set is asked often enough and not for ever before it is put to work. */
class TrialsTests {

  private static final String DRL = "package scoring\n";
  private static final String CASES =
      "- because: nothing is known\n  lead: { employees: 1 }\n  fires: []\n";

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void aSetThatHangsIsGivenUp() {
    List<Finding> findings =
        trial(
            facts -> {
              pause(60_000);
              return nothing();
            });

    assertThat(findings)
        .singleElement()
        .asString()
        .startsWith("scoring: it did not answer its cases within 1 s");
  }

  @Test
  void aSlowSetIsRefusedWithTheCase() {
    List<Finding> findings =
        trial(
            facts -> {
              pause(60);
              return nothing();
            });

    assertThat(findings)
        .singleElement()
        .asString()
        .contains("it is too slow: the lead of the case \"scoring / size / nothing is known\"")
        .endsWith("and 50 ms is the most");
  }

  @Test
  void oneSlowAnswerOfABusyMachineIsNoFault() {
    assertThat(
            trial(
                facts -> {
                  if (asked.incrementAndGet() == 3) {
                    pause(100);
                  }
                  return nothing();
                }))
        .isEmpty();
  }

  @Test
  void whatBreaksOnlyAfterTwoHundredQuestionsBreaksHere() {
    List<Finding> findings =
        trial(
            facts -> {
              if (asked.incrementAndGet() > 200) {
                throw new RuleSetFailed("scoring", "v", "it was too often", null);
              }
              return nothing();
            });

    assertThat(findings).singleElement().asString().contains("asked again and again");
  }

  private List<Finding> trial(CompiledRules rules) {
    SetSource source =
        SetSource.of(
                "test",
                Map.of("scoring/size.drl", DRL, "scoring/size.cases.yaml", CASES)
                    .entrySet()
                    .stream()
                    .map(file -> new RuleSetFile(file.getKey(), file.getValue().getBytes()))
                    .toList())
            .get("scoring");
    return new Trials(new Compiled(rules), settings(1), () -> KnownReceivers.ANYBODY)
        .one(source)
        .findings();
  }

  /** Takes everything for these rules. */
  private record Compiled(CompiledRules rules) implements RuleCompiler {

    @Override
    public Drafts read(String ruleSet, List<RuleFile> files) {
      return new Drafts(List.of(), List.of(), List.of());
    }

    @Override
    public Compilation compile(String ruleSet, String version, Drafts drafts) {
      return new Compilation(List.of(), Set.of(), List.of(), rules);
    }

    @Override
    public Compilation compilePlain(String ruleSet, String version, Drafts drafts) {
      return compile(ruleSet, version, drafts);
    }
  }

  private static PublishingSettings settings(int seconds) {
    return new PublishingSettings(
        "none", Duration.ZERO, Duration.ZERO, Duration.ofSeconds(seconds), Duration.ofMillis(50));
  }

  private static Verdict nothing() {
    return new Verdict("scoring", "v", List.of());
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
