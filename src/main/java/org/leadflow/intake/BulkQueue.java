package org.leadflow.intake;

/** The leads that came in by the thousand and that nobody has looked at yet. */
public interface BulkQueue {

  /** How many there are, on all nodes together. */
  long waiting();
}
