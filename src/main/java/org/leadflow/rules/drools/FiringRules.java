package org.leadflow.rules.drools;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSetFailed;
import org.leadflow.rules.Verdict;
import org.leadflow.rules.house.CompiledRules;

/** The compiled rules of one folder. Every decision gets a session of its own. */
final class FiringRules implements CompiledRules {

  /** Far above any honest rule set; rules that trigger each other never end by themselves. */
  static final int LIMIT = 1000;

  private final String ruleSet;
  private final String version;
  private final Map<String, Rule> bySentence;
  private final KieBase base;

  FiringRules(String ruleSet, String version, Map<String, Rule> bySentence, KieBase base) {
    this.ruleSet = ruleSet;
    this.version = version;
    this.bySentence = Map.copyOf(bySentence);
    this.base = base;
  }

  @Override
  public Verdict ask(LeadFacts facts) {
    KieSession session = base.newKieSession();
    try {
      var outcomes = new Outcomes(bySentence);
      session.addEventListener(outcomes);
      session.insert(facts);
      if (session.fireAllRules(LIMIT) >= LIMIT) {
        throw failed("its rules trigger each other without end", null);
      }
      return new Verdict(ruleSet, version, List.copyOf(outcomes.fired()));
    } catch (RuleSetFailed failed) {
      throw failed;
    } catch (RuntimeException | StackOverflowError broken) {
      // A pattern over a very long text can exhaust the stack; that is a failed rule, too.
      throw failed(reason(broken), broken);
    } finally {
      session.dispose();
    }
  }

  private RuleSetFailed failed(String why, @Nullable Throwable cause) {
    return new RuleSetFailed(ruleSet, version, why, cause);
  }

  /** Drools names the rule in the outermost message, and what is wrong in the innermost. */
  private static String reason(Throwable broken) {
    Throwable root = broken;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String outer = String.valueOf(broken.getMessage());
    return root == broken ? outer : outer + " (" + root + ")";
  }
}
