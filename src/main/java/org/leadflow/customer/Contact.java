package org.leadflow.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A person one deals with, at an account or for himself.
 *
 * @param parentAccountId the account he belongs to, null for a private person
 * @param originatingLeadId the lead it was created from, null when it came another way
 */
public record Contact(
    @Id UUID contactId,
    @Version @Nullable Long version,
    @Nullable UUID parentAccountId,
    @Nullable String firstName,
    String lastName,
    @Nullable String jobTitle,
    @Nullable String emailAddress1,
    @Nullable String telephone1,
    @Nullable String mobilePhone,
    @Nullable String address1Line1,
    @Nullable String address1Line2,
    @Nullable String address1Line3,
    @Nullable String address1City,
    @Nullable String address1StateOrProvince,
    @Nullable String address1PostalCode,
    @Nullable String address1Country,
    @Nullable Boolean doNotEmail,
    @Nullable Boolean doNotBulkEmail,
    @Nullable Boolean doNotPhone,
    @Nullable Boolean doNotFax,
    @Nullable Boolean doNotPostalMail,
    @Nullable Boolean doNotSendMM,
    @Nullable Boolean gdprOptout,
    @Nullable UUID originatingLeadId,
    @Nullable String ownerUser,
    @Nullable String ownerTeam,
    String owningBusinessUnit,
    @Nullable String owningPartner,
    Instant createdOn,
    String createdBy)
    implements Owned {

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "contact " + contactId;
  }
}
