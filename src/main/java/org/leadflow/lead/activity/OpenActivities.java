package org.leadflow.lead.activity;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be done for a lead, once the lead is qualified and nobody can do it there. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OpenActivities {

  /**
   * Moves the lead's open activities to the record it became and remembers where they came from.
   * Those that are ended stay with the lead.
   *
   * @param entityType {@code opportunity}, {@code contact} or {@code account}
   * @return how many were moved
   * @throws IllegalArgumentException for another type
   */
  public int follow(UUID leadId, String entityType, UUID recordId) {
    throw new UnsupportedOperationException();
  }

  /**
   * Undoes {@link #follow}: those that are still open and still with that record come back to the
   * lead.
   *
   * @return how many came back
   */
  public int bringBack(UUID leadId, String entityType, UUID recordId) {
    throw new UnsupportedOperationException();
  }

  /**
   * Whether an activity of that record was added, changed, completed or canceled after {@code
   * since}. That it was moved there by {@link #follow} does not count.
   */
  public boolean touchedSince(String entityType, UUID recordId, Instant since) {
    throw new UnsupportedOperationException();
  }
}
