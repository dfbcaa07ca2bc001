package org.leadflow.rules.analysis;

import java.time.Instant;
import java.util.Optional;

/** When rules have fired for leads. */
public interface RuleUse {

  /** The last time this rule fired; empty when it never did. */
  Optional<Instant> lastFired(String ruleSet, String ruleId);

  /** Since when anybody counts for this rule; empty when nobody does, and nothing is claimed. */
  Optional<Instant> countedSince(String ruleSet, String ruleId);
}
