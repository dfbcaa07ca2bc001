package org.leadflow.console;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;
import org.leadflow.lead.LeadFields;

/**
 * A lead as its page tells it.
 *
 * @param due when the owner should have responded, null while nobody owns it or when it is closed
 * @param late whether that time is over and nobody responded
 * @param why the answer of the newest routing decision, null before the first
 */
record LeadStory(
    UUID id,
    String name,
    String state,
    String reason,
    @Nullable String closingComment,
    @Nullable Integer score,
    @Nullable String grade,
    String owner,
    @Nullable Moment due,
    boolean late,
    @Nullable Moment responded,
    Moment created,
    String channel,
    @Nullable String why,
    LeadFields fields,
    List<LeadSheet.Section> sheet,
    List<Judged> decisions,
    List<Became> became,
    List<TrailLine> trail) {

  /** State and reason; just the state where the reason says no more. */
  public String standing() {
    return reason.equals(state) ? state : state + ", " + reason;
  }
}
