package org.leadflow.rules;

import org.jspecify.annotations.Nullable;

/** A rule set could not answer: one of its rules broke, or the rules re-triggered each other. */
public class RuleSetFailed extends RuntimeException {

  private final String ruleSet;

  public RuleSetFailed(String ruleSet, String version, String why, @Nullable Throwable cause) {
    super("Rule set " + ruleSet + " (version " + version + ") failed: " + why, cause);
    this.ruleSet = ruleSet;
  }

  /** Name of the rule set. */
  public String ruleSet() {
    return ruleSet;
  }
}
