package org.leadflow.rules.explain;

import java.util.Optional;
import org.leadflow.rules.BrokenRules;
import org.leadflow.rules.PublishedRules;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.UnknownRuleSetVersion;
import org.springframework.stereotype.Component;

/** The rules as they were when they decided, as far as they can still be read. */
@Component
public class KeptRules {

  private final PublishedRules published;

  KeptRules(PublishedRules published) {
    this.published = published;
  }

  /** The rules of this version; empty when it was never published here or cannot be read now. */
  public Optional<RuleSet> version(String ruleSet, String version) {
    try {
      return Optional.of(published.ruleSet(ruleSet, version));
    } catch (UnknownRuleSetVersion | BrokenRules lost) {
      return Optional.empty();
    }
  }

  /** The rules at work with this set in this version; empty as above. */
  public Optional<Rulebook> with(String ruleSet, String version) {
    try {
      return Optional.of(published.of(ruleSet, version));
    } catch (UnknownRuleSetVersion | BrokenRules lost) {
      return Optional.empty();
    }
  }

  /** The rules at work now; what is published later does not reach them. */
  public Rulebook atWork() {
    return published.atWork();
  }

  /** The rule of this id in the set. */
  public static Optional<Rule> rule(RuleSet ruleSet, String ruleId) {
    return ruleSet.rules().stream().filter(rule -> rule.id().equals(ruleId)).findFirst();
  }
}
