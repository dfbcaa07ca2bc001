package org.leadflow.rules;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Who inside the receiving unit or partner gets the lead.
 *
 * @param id of the user for a person, of the team otherwise
 * @param priority the lowest number wins; equal numbers with different outcomes are a conflict
 */
public record Target(Kind kind, String id, int priority) implements Outcome {

  /** How the target is meant. */
  public enum Kind {
    /** This very person. */
    PERSON,
    /** The team as such: whoever of it claims the lead first. */
    QUEUE,
    /** The member of the team whose turn it is. */
    TEAM,
    /**
     * Whoever owns the customer the lead names, or another open lead of the same person; the member
     * of the team whose turn it is when there is no such owner or he cannot take it.
     */
    OWNER
  }

  /** This very person gets the lead. */
  public static Target person(String userId, int priority) {
    return new Target(Kind.PERSON, userId, priority);
  }

  /** The team gets the lead; whoever of it claims it first works it. */
  public static Target queue(String teamId, int priority) {
    return new Target(Kind.QUEUE, teamId, priority);
  }

  /** The member of the team whose turn it is gets the lead. */
  public static Target team(String teamId, int priority) {
    return new Target(Kind.TEAM, teamId, priority);
  }

  /** Who knows the customer gets the lead, else the member of the team whose turn it is. */
  public static Target owner(String teamId, int priority) {
    return new Target(Kind.OWNER, teamId, priority);
  }

  @Override
  public String words() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + id;
  }

  @Override
  public OptionalInt rank() {
    return OptionalInt.of(priority);
  }
}
