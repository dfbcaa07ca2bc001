package org.leadflow.rules;

import java.util.Collection;

/** Somebody asked a rule set of which no version is at work. */
public class UnknownRuleSet extends RuntimeException {

  public UnknownRuleSet(String ruleSet, Collection<String> known) {
    super("There is no rule set \"" + ruleSet + "\" at work; known are " + known);
  }
}
