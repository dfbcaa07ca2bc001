package org.leadflow.rules.house;

import org.leadflow.rules.RuleSet;

/** A rule set that compiled. */
public record ReadySet(RuleSet ruleSet, CompiledRules rules) {}
