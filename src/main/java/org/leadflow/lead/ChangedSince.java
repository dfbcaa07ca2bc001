package org.leadflow.lead;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a field of a lead since its source last wrote it, in texts.
 *
 * @param said what the source had said, null for nothing
 * @param now what is there instead, null for nothing
 * @param byHand whether somebody changed it; else the product did by itself, as when it merges
 */
public record ChangedSince(@Nullable String said, @Nullable String now, boolean byHand) {

  /** Whether it is as the source said, as after a merge that was taken back. */
  public boolean isTakenBack() {
    return Objects.equals(said, now);
  }

  ChangedSince and(ChangedSince next) {
    return new ChangedSince(said, next.now, byHand || next.byHand);
  }

  /** Without the values: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "a field changed since";
  }
}
