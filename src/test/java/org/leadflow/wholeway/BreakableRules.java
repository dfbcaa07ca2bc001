package org.leadflow.wholeway;

import java.util.List;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.Verdict;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The real rules, until a test breaks one set of them. */
@TestComponent
@Primary
class BreakableRules implements Rulebook {

  private final Rulebook real;
  private volatile String broken = "";

  BreakableRules(@Qualifier("rulebook") Rulebook real) {
    this.real = real;
  }

  void breakSet(String ruleSet) {
    broken = ruleSet;
  }

  void mend() {
    broken = "";
  }

  @Override
  public Verdict ask(String ruleSet, LeadFacts facts) {
    if (ruleSet.equals(broken)) {
      throw new IllegalStateException("a rule of " + ruleSet + " broke");
    }
    return real.ask(ruleSet, facts);
  }

  @Override
  public boolean contains(String ruleSet) {
    return real.contains(ruleSet);
  }

  @Override
  public List<RuleSet> ruleSets() {
    return real.ruleSets();
  }
}
