package org.leadflow.rules.drools;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.house.CompiledRules;

/**
 * The compiled rules of one folder, when all of them are plain: conditions on the lead that can be
 * taken apart, and one outcome. Such rules cannot trigger each other, and only their patterns can
 * take long, so that they are asked in the thread of the caller, in sessions used again and again.
 */
final class FiringRules implements CompiledRules {

  private static final int KEPT =
      Integer.highestOneBit(4 * Runtime.getRuntime().availableProcessors());

  private final String ruleSet;
  private final String version;
  private final KieBase base;
  private final long limit;
  private final AtomicReferenceArray<@Nullable Firing> idle = new AtomicReferenceArray<>(KEPT);

  FiringRules(String ruleSet, String version, KieBase base, Duration limit) {
    this.ruleSet = ruleSet;
    this.version = version;
    this.base = base;
    this.limit = limit.toNanos();
  }

  @Override
  public Verdict ask(LeadFacts facts) {
    return ask(facts, false);
  }

  @Override
  public Verdict askAll(LeadFacts facts) {
    return ask(facts, true);
  }

  private Verdict ask(LeadFacts facts, boolean everyRow) {
    int place = (int) Thread.currentThread().getId() & KEPT - 1;
    @Nullable Firing firing = idle.getAndSet(place, null);
    if (firing == null) {
      firing = new Firing(base);
    }
    BoundedPattern.limit(limit);
    try {
      Verdict verdict = new Verdict(ruleSet, version, firing.ask(facts, everyRow));
      Firing other = idle.getAndSet(place, firing);
      if (other != null) {
        other.dispose();
      }
      return verdict;
    } catch (RuntimeException | StackOverflowError | LinkageError broken) {
      // A pattern over a very long text can exhaust the stack, and a condition turned into byte
      // code
      // can name what is not there; these are failed rules, too.
      firing.dispose();
      throw new RuleSetFailed(ruleSet, version, Reason.of(broken), broken);
    }
  }
}
