package org.leadflow.qualification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What a lead is turned into: first the plan, which fixes the ids, then step by step the fact. A
 * lead has one for each time it is qualified; what one of them created, the next ones link.
 *
 * @param plannedAfter the length of the lead's trail when it was planned
 * @param accountId null when the step is SKIP; likewise the other two
 * @param completedOn null until the lead is Qualified
 */
public record Conversion(
    @Id UUID conversionId,
    @Version @Nullable Long version,
    UUID leadId,
    int plannedAfter,
    Step accountStep,
    @Nullable UUID accountId,
    Step contactStep,
    @Nullable UUID contactId,
    Step opportunityStep,
    @Nullable UUID opportunityId,
    @Nullable String opportunityName,
    @Nullable String transactionCurrencyId,
    @Nullable BigDecimal estimatedAmount,
    @Nullable LocalDate estimatedCloseDate,
    @Nullable String comment,
    Instant plannedOn,
    String plannedBy,
    @Nullable Instant completedOn) {

  /** What the conversion does about one of the three records. */
  public enum Step {
    CREATE,
    LINK,
    SKIP
  }

  Conversion completed(Instant at) {
    return new Conversion(
        conversionId,
        version,
        leadId,
        plannedAfter,
        accountStep,
        accountId,
        contactStep,
        contactId,
        opportunityStep,
        opportunityId,
        opportunityName,
        transactionCurrencyId,
        estimatedAmount,
        estimatedCloseDate,
        comment,
        plannedOn,
        plannedBy,
        at);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "conversion of lead " + leadId;
  }
}
