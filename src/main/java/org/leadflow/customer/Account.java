package org.leadflow.customer;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.leadflow.core.Records;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A company that is a customer or may become one.
 *
 * @param originatingLeadId the lead it was created from, null when it came another way; it keeps
 *     this for good
 */
public record Account(
    @Id UUID accountId,
    @Version @Nullable Long version,
    @Size(max = 160) String name,
    @Size(max = 200) @Nullable String websiteUrl,
    @Size(max = 50) @Nullable String telephone1,
    @Size(max = 250) @Nullable String address1Line1,
    @Size(max = 250) @Nullable String address1Line2,
    @Size(max = 250) @Nullable String address1Line3,
    @Size(max = 80) @Nullable String address1City,
    @Size(max = 50) @Nullable String address1StateOrProvince,
    @Size(max = 20) @Nullable String address1PostalCode,
    @Size(max = 80) @Nullable String address1Country,
    @Nullable Integer industryCode,
    @Nullable Integer numberOfEmployees,
    @Nullable BigDecimal revenue,
    @Size(max = 20) @Nullable String sic,
    @Nullable String transactionCurrencyId,
    @Nullable UUID originatingLeadId,
    @Nullable String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    Instant createdOn,
    String createdBy)
    implements Owned {

  /** The part of it that a caller writes. */
  public AccountFields fields() {
    return Records.of(AccountFields.class, Records.values(this));
  }

  /** The same account with what a caller wrote. */
  public Account with(AccountFields fields) {
    return Records.with(this, fields);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "account " + accountId;
  }
}
