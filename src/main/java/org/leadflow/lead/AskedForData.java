package org.leadflow.lead;

import java.util.UUID;

/** Tells which leads somebody is asked for data of; the process knows. */
public interface AskedForData {

  /** Whether the question is open now, so that {@link DataCompletion} takes an answer. */
  boolean isAsked(UUID leadId);
}
