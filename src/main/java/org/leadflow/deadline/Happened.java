package org.leadflow.deadline;

/** What can become of a deadline; kept with its rows, never renamed. */
public enum Happened {
  /** It begins anew, because the lead was reactivated. */
  BEGUN,
  /** Its owner was reminded. */
  REMINDED,
  /**
   * It was not kept; the managers of the owner were told, unless it ended before its timer came.
   */
  MISSED,
  /** Its owner lost the lead, because he let it lapse. */
  REROUTED,
  /** What was to be done was done in time. */
  MET,
  /** It was done, but too late. */
  LATE,
  /** The customer asked for time. */
  WAITING
}
