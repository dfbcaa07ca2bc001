package org.leadflow.customer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A possible sale that somebody pursues through its stages.
 *
 * @param stateCode 0 Open, 1 Won, 2 Lost
 * @param statusCode 1 In Progress, 3 Won, 4 Canceled, 5 Out-Sold
 * @param stage Develop, Propose or Close
 * @param customerId whose it is, the account or the contact; {@code customerIdType} says which
 * @param originatingLeadId the lead whose source is credited with the money
 */
public record Opportunity(
    @Id UUID opportunityId,
    @Version @Nullable Long version,
    @Size(max = 300) String name,
    int stateCode,
    int statusCode,
    Stage stage,
    @Nullable UUID parentAccountId,
    @Nullable UUID parentContactId,
    @Nullable UUID customerId,
    @Nullable String customerIdType,
    String transactionCurrencyId,
    @Nullable BigDecimal estimatedAmount,
    @Nullable LocalDate estimatedCloseDate,
    @Nullable BigDecimal budgetAmount,
    @Nullable Integer budgetStatus,
    @Nullable Integer need,
    @Nullable Integer purchaseTimeFrame,
    @Nullable Integer purchaseProcess,
    @Nullable Boolean decisionMaker,
    @Size(max = 2000) @Nullable String description,
    @Nullable Integer leadSourceCode,
    @Size(max = 100) @Nullable String campaignId,
    @Nullable BigDecimal actualAmount,
    @Nullable LocalDate actualCloseDate,
    @Nullable String closingComment,
    @Nullable UUID originatingLeadId,
    @Nullable String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    Instant createdOn,
    String createdBy)
    implements Owned {

  @JsonIgnore
  public boolean isOpen() {
    return stateCode == 0;
  }

  /** The part of it that a caller writes. */
  public OpportunityFields fields() {
    return OpportunityFields.of(this);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "opportunity " + opportunityId;
  }
}
