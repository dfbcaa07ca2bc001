package org.leadflow.rules;

import java.util.List;

/**
 * One rule as its author wrote it.
 *
 * @param id stable id, unique over all folders, never reused
 * @param sentence the rule's name, a sentence
 * @param owner who answers for it
 * @param file where it stands, relative to the rules folder
 * @param line of the word {@code rule}, counted from 1; of a table the row
 * @param cell where it begins when it stands in a table, as {@code A7}; else empty
 * @param conditions alternatives, one of which has to hold; an alternative holds when all its
 *     conditions hold. Always at least one alternative; one without conditions always holds
 * @param outcomes what it says when it fires; exactly one in a rule nothing is wrong with
 */
public record Rule(
    String id,
    String sentence,
    String owner,
    String file,
    int line,
    String cell,
    List<List<Condition>> conditions,
    List<Outcome> outcomes) {

  public Rule {
    conditions = conditions.stream().map(List::copyOf).toList();
    outcomes = List.copyOf(outcomes);
  }

  /** Where it stands. */
  public Place place() {
    return new Place(file, line, cell);
  }

  /** Whether it takes every lead. */
  public boolean unconditional() {
    return conditions.stream().anyMatch(List::isEmpty);
  }

  /** Whether some condition cannot be taken apart. */
  public boolean opaque() {
    return conditions.stream().flatMap(List::stream).anyMatch(Condition::isOpaque);
  }
}
