package org.leadflow.qualification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What a lead was turned into, once for each time it was qualified; what one conversion created,
 * the next ones link.
 *
 * @param plannedAfter the length of the lead's trail when it was planned
 * @param accountId null when the step is SKIP; likewise the other two
 * @param accountBefore what the lead was linked to before; likewise the other two
 * @param accountAssociated whether the lead was newly associated with an existing account
 * @param undoneOn null while it stands
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
    @Nullable UUID accountBefore,
    @Nullable UUID contactBefore,
    @Nullable UUID opportunityBefore,
    boolean accountAssociated,
    boolean contactAssociated,
    @Nullable String comment,
    Instant plannedOn,
    String plannedBy,
    @Nullable Instant completedOn,
    @Nullable Instant undoneOn,
    @Nullable String undoneBy) {

  /** What the conversion does about one of the three records. */
  public enum Step {
    CREATE,
    LINK,
    SKIP
  }

  public Step step(RecordType type) {
    return switch (type) {
      case ACCOUNT -> accountStep;
      case CONTACT -> contactStep;
      case OPPORTUNITY -> opportunityStep;
    };
  }

  public @Nullable UUID id(RecordType type) {
    return switch (type) {
      case ACCOUNT -> accountId;
      case CONTACT -> contactId;
      case OPPORTUNITY -> opportunityId;
    };
  }

  Conversion undone(Instant at, String by) {
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
        accountBefore,
        contactBefore,
        opportunityBefore,
        accountAssociated,
        contactAssociated,
        comment,
        plannedOn,
        plannedBy,
        completedOn,
        at,
        by);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "conversion of lead " + leadId;
  }
}
