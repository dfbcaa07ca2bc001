package org.leadflow.rules;

/**
 * What a rule may say about a lead; the only thing a rule may do. Which kind belongs into which
 * folder stands in {@code rules/facts.md}.
 */
public sealed interface Outcome permits Blocker, Points, Receiver, Target {}
