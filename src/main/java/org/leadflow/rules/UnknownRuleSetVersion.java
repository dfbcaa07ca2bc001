package org.leadflow.rules;

/** Somebody asked for a version of a rule set that was never published. */
public class UnknownRuleSetVersion extends RuntimeException {

  public UnknownRuleSetVersion(String ruleSet, String version) {
    super("There is no version " + version + " of the rule set \"" + ruleSet + "\"");
  }
}
