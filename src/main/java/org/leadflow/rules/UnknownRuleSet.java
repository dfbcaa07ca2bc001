package org.leadflow.rules;

import java.util.Collection;

/** Somebody asked a rule set that does not exist. */
public class UnknownRuleSet extends RuntimeException {

  public UnknownRuleSet(String ruleSet, Collection<String> known) {
    super("There is no rule set \"" + ruleSet + "\"; known are " + known);
  }
}
