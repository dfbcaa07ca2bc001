package org.leadflow.assignment;

import java.util.List;
import org.leadflow.organization.Ownership;

/** Whose turn it is in a pool, with all its members as they were considered, longest wait first. */
public sealed interface Turn {

  List<Candidate> candidates();

  /** The turn is this member's; it counts once the caller's transaction commits. */
  record Taken(Ownership winner, List<Candidate> candidates) implements Turn {

    public String userId() {
      return winner.owner().id();
    }
  }

  /**
   * No member may have the turn now, or there is no member, or no such team: nobody's place
   * changed.
   */
  record NobodyAvailable(List<Candidate> candidates) implements Turn {}
}
