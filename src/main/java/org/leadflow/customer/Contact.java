package org.leadflow.customer;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Owned;
import org.leadflow.core.Records;
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
    @Size(max = 50) @Nullable String firstName,
    @Size(max = 50) String lastName,
    @Size(max = 100) @Nullable String jobTitle,
    @Size(max = 100) @Nullable String emailAddress1,
    @Size(max = 50) @Nullable String telephone1,
    @Size(max = 20) @Nullable String mobilePhone,
    @Size(max = 250) @Nullable String address1Line1,
    @Size(max = 250) @Nullable String address1Line2,
    @Size(max = 250) @Nullable String address1Line3,
    @Size(max = 80) @Nullable String address1City,
    @Size(max = 50) @Nullable String address1StateOrProvince,
    @Size(max = 20) @Nullable String address1PostalCode,
    @Size(max = 80) @Nullable String address1Country,
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

  /** The part of it that a caller writes. */
  public ContactFields fields() {
    return Records.of(ContactFields.class, Records.values(this));
  }

  /** The same contact with what a caller wrote. */
  public Contact with(ContactFields fields) {
    return Records.with(this, fields);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "contact " + contactId;
  }
}
