package org.leadflow.wholeway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The real rules, until a test breaks one set of them or puts others in its place. */
@TestComponent
@Primary
public class BreakableRules implements Rulebook {

  private final Rulebook real;
  private final Map<String, Supplier<Verdict>> instead = new ConcurrentHashMap<>();
  private volatile String missing = "";

  BreakableRules(@Qualifier("rulebook") Rulebook real) {
    this.real = real;
  }

  /** The set fails as nobody expects. */
  public void breakSet(String ruleSet) {
    instead.put(
        ruleSet,
        () -> {
          throw new IllegalStateException("a rule of " + ruleSet + " broke");
        });
  }

  /** A rule of the set fails while it looks at the lead. */
  public void fail(String ruleSet) {
    instead.put(
        ruleSet,
        () -> {
          throw new RuleSetFailed(ruleSet, "test", "rule \"Large ones\" broke", null);
        });
  }

  /** The set is not there. */
  public void remove(String ruleSet) {
    missing = ruleSet;
  }

  /** As the set says this, that happens before anybody hears it. */
  public void answer(String ruleSet, Runnable meanwhile, Outcome... outcomes) {
    answer(ruleSet, outcomes);
    Supplier<Verdict> answer = instead.get(ruleSet);
    instead.put(
        ruleSet,
        () -> {
          meanwhile.run();
          return answer.get();
        });
  }

  /** The set says this, one rule for each outcome. */
  public void answer(String ruleSet, Outcome... outcomes) {
    List<Fired> fired = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      int number = fired.size() + 1;
      fired.add(
          new Fired("TEST-" + number, "Test rule " + number, "test", "test.drl", 1, "", outcome));
    }
    instead.put(ruleSet, () -> new Verdict(ruleSet, "test", fired));
  }

  /** All sets are the real ones again. */
  public void mend() {
    instead.clear();
    missing = "";
  }

  @Override
  public Verdict ask(String ruleSet, LeadFacts facts) {
    Supplier<Verdict> other = instead.get(ruleSet);
    return other == null ? real.ask(ruleSet, facts) : other.get();
  }

  @Override
  public boolean contains(String ruleSet) {
    return !ruleSet.equals(missing) && real.contains(ruleSet);
  }

  @Override
  public List<RuleSet> ruleSets() {
    return real.ruleSets();
  }
}
