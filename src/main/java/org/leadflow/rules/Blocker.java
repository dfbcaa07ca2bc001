package org.leadflow.rules;

import java.util.List;

/**
 * The lead is not a real one and is closed with this status reason.
 *
 * @param statusReason label of a status reason of a disqualified lead, one of {@link
 *     #STATUS_REASONS}
 */
public record Blocker(String statusReason) implements Outcome {

  /** The labels that close a lead as disqualified. */
  public static final List<String> STATUS_REASONS =
      List.of("Lost", "Cannot Contact", "No Longer Interested", "Canceled", "Unsolicited");

  public Blocker {
    if (!STATUS_REASONS.contains(statusReason)) {
      throw new IllegalArgumentException(
          "\"" + statusReason + "\" is no status reason; known are " + STATUS_REASONS);
    }
  }

  @Override
  public String words() {
    return "blocked " + statusReason;
  }
}
