package org.leadflow.rules.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.RuleSet;

/**
 * How one set stands.
 *
 * @param active what all nodes are to decide with, null when no version was ever good
 * @param atWork what this node decides with, null when nothing
 * @param refusals what was refused and not put right since, by origin, the newest first
 */
public record RuleSetState(
    String ruleSet,
    State state,
    FolderState folder,
    @Nullable ActiveVersion active,
    @Nullable RuleSet atWork,
    List<RefusedAttempt> refusals) {

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
      List<RefusedAttempt> refusals) {
    return new RuleSetState(
        ruleSet, state(active, atWork, refusals), folder, active, atWork, List.copyOf(refusals));
  }

  private static State state(
      @Nullable ActiveVersion active, @Nullable RuleSet atWork, List<RefusedAttempt> refusals) {
    if (active == null) {
      return State.NEVER_GOOD;
    }
    if (active.version() == null) {
      return State.RETIRED;
    }
    if (atWork == null || !active.version().equals(atWork.version())) {
      return State.BEHIND;
    }
    boolean refusedSince = refusals.stream().anyMatch(each -> each.on().isAfter(active.since()));
    return refusedSince ? State.LAST_GOOD : State.WORKING;
  }
}
