package org.leadflow.qualification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.StatusCode;

/** What a person who works a lead can answer, in Tasklist or through the API. */
public sealed interface Answer {

  /** Reached; the work goes on. */
  record Contacted() implements Answer {}

  /** Reached; the customer asked for time until that day. */
  record Waiting(LocalDate until) implements Answer {}

  /** Worth pursuing: becomes account, contact and opportunity. */
  record Qualified(QualifyLead request) implements Answer {}

  /** Not worth pursuing, for a reason of the state Disqualified. */
  record Disqualified(StatusCode reason, @Nullable String comment) implements Answer {}

  /** Not mine: somebody at the lead desk should find another owner. */
  record HandBack(@Nullable String reason) implements Answer {}
}
