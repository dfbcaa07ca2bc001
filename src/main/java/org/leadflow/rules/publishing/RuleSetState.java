package org.leadflow.rules.publishing;

import org.jspecify.annotations.Nullable;
import org.leadflow.rules.RuleSet;

/**
 * How one set stands.
 *
 * @param active what all nodes are to decide with, null when no version was ever good
 * @param atWork what this node decides with, null when nothing
 * @param refused the last attempt that was refused and not followed by a good one, null when none
 */
public record RuleSetState(
    String ruleSet,
    State state,
    FolderState folder,
    @Nullable ActiveVersion active,
    @Nullable RuleSet atWork,
    @Nullable RefusedAttempt refused) {

  /** In one word. */
  public enum State {
    /** The last that was given is at work. */
    WORKING,
    /** The last that was given is refused; the last good one is at work. */
    LAST_GOOD,
    /** This node cannot work with the active version, or not yet. */
    BEHIND,
    /** No version was ever good; whoever asks the set is told that there is none. */
    NEVER_GOOD,
    /** An operator took it out of work. */
    RETIRED
  }

  static RuleSetState of(
      String ruleSet,
      FolderState folder,
      @Nullable ActiveVersion active,
      @Nullable RuleSet atWork,
      @Nullable RefusedAttempt refused) {
    return new RuleSetState(
        ruleSet, state(active, atWork, refused), folder, active, atWork, refused);
  }

  private static State state(
      @Nullable ActiveVersion active, @Nullable RuleSet atWork, @Nullable RefusedAttempt refused) {
    if (active == null) {
      return State.NEVER_GOOD;
    }
    if (active.version() == null) {
      return State.RETIRED;
    }
    if (atWork == null || !active.version().equals(atWork.version())) {
      return State.BEHIND;
    }
    return refused == null ? State.WORKING : State.LAST_GOOD;
  }
}
