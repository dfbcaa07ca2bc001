package org.leadflow.rules;

/**
 * A rule that fired, and what it said.
 *
 * @param ruleId stable id of the rule
 * @param sentence the rule's name
 * @param owner who answers for the rule
 * @param file where it stands, relative to the rules folder
 * @param line where it stands, counted from 1
 * @param outcome what it said
 */
public record Fired(
    String ruleId, String sentence, String owner, String file, int line, Outcome outcome) {}
