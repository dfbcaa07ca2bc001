package org.leadflow.intake;

/** The leads that were accepted, some by the thousand, and that nobody has looked at yet. */
public interface BulkQueue {

  /** How many there are, on all nodes together. */
  long waiting();

  /**
   * How many accepted leads, however they came in, nobody has looked at yet, on all nodes together.
   *
   * @param atMost is counted no further
   */
  long unrouted(long atMost);

  /**
   * How many of them came alone and are looked at before the others.
   *
   * @param atMost is counted no further
   */
  long unroutedAlone(long atMost);
}
