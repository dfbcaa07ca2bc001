package org.leadflow.assignment;

/**
 * A member of the pool as it was when the turn was decided.
 *
 * @param eligible whether this member could have had the turn
 * @param gate what decided that: {@link #PASSED}, or the first gate that stopped the member; these
 *     codes are kept with decisions and never change
 * @param lastTurn number of the pool's turn this member had last before this one, or, when there
 *     was none, of the turn before which the member joined; the lowest has waited longest
 */
public record Candidate(String userId, String name, boolean eligible, String gate, long lastTurn) {

  /** No gate stopped the member. */
  public static final String PASSED = "passed";

  /** The user is switched off. */
  public static final String INACTIVE = "inactive";

  /** The caller asked to leave this user out, for example because he handed the lead back. */
  public static final String EXCLUDED = "excluded";
}
