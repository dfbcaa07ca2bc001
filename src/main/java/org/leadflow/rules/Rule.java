package org.leadflow.rules;

/**
 * One rule as its author wrote it.
 *
 * @param id stable id, unique over all folders, never reused
 * @param sentence the rule's name, a sentence
 * @param owner who answers for it
 * @param file where it stands, relative to the rules folder
 * @param line of the word {@code rule}, counted from 1
 */
public record Rule(String id, String sentence, String owner, String file, int line) {}
