package org.leadflow.duplicates;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a lead that may have been sent in before.
 *
 * @param number of the one it is, as shown; null when only one can be meant
 */
public record DuplicateAnswer(Kind kind, @Nullable Integer number) {

  /** What it is. */
  public enum Kind {
    /** The same lead as an open one. */
    SAME,
    /** A new lead of a customer who is known. */
    CUSTOMER,
    /** Somebody else. */
    DIFFERENT
  }

  /** An answer that came in beside the task and completes it. */
  public record Given(UUID leadId, DuplicateAnswer answer) {}
}
