package org.leadflow.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leadflow.organization.Ownership;

/** Whose turn it is in a pool, with its members as they were considered, the next first. */
public sealed interface Turn {

  /** At most 200 of them; how many more there were tells {@link #considered}. */
  List<Candidate> candidates();

  /** The pool as it was, for the record of the decision. */
  Considered considered();

  /** The turn is this member's; it counts once the caller's transaction commits. */
  record Taken(Ownership winner, List<Candidate> candidates, Considered considered)
      implements Turn {

    public String userId() {
      return winner.owner().id();
    }
  }

  /** Nobody is chosen here: the team itself owns the lead. Nobody's place changed. */
  record Queue(Ownership owner, List<Candidate> candidates, Considered considered)
      implements Turn {}

  /**
   * No member may have the turn now, or there is no member, or no such team: nobody's place
   * changed.
   *
   * @param code why; for a pool the same gate stopped everybody of, that gate
   * @param earliest when somebody is available by himself; empty when that is not known
   */
  record NobodyAvailable(
      List<Candidate> candidates,
      Considered considered,
      Gate code,
      String sentence,
      Optional<Instant> earliest,
      Otherwise otherwise)
      implements Turn {}
}
