package org.leadflow.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A rule that fired, and what it said.
 *
 * @param ruleId stable id of the rule
 * @param sentence the rule's name
 * @param owner who answers for the rule
 * @param file where it stands, relative to the rules folder
 * @param line where it stands, counted from 1
 * @param cell where it begins when it stands in a table, as {@code A7}; else empty
 * @param outcome what it said
 */
public record Fired(
    String ruleId,
    String sentence,
    String owner,
    String file,
    int line,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String cell,
    Outcome outcome) {

  public Fired {
    // Decisions of earlier releases were kept without.
    cell = Objects.requireNonNullElse(cell, "");
  }

  /** A rule that said this. */
  public static Fired of(Rule rule, Outcome outcome) {
    return new Fired(
        rule.id(), rule.sentence(), rule.owner(), rule.file(), rule.line(), rule.cell(), outcome);
  }

  /** Where the rule stands. */
  public Place place() {
    return new Place(file, line, cell);
  }
}
