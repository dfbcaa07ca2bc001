package org.leadflow.customer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.EmailAddress;
import org.leadflow.core.StorableText;

/**
 * What a caller writes of a contact.
 *
 * @param parentAccountId the account he belongs to, null for a private person
 */
@StorableText
public record ContactFields(
    @Nullable UUID parentAccountId,
    @Size(max = 50) @Nullable String firstName,
    @NotBlank @Size(max = 50) @Nullable String lastName,
    @Size(max = 100) @Nullable String jobTitle,
    @Size(max = 100) @EmailAddress @Nullable String emailAddress1,
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
    @Nullable Boolean gdprOptout) {

  /** A box nobody ticked is not ticked. */
  public ContactFields {
    doNotEmail = Boolean.TRUE.equals(doNotEmail);
    doNotBulkEmail = Boolean.TRUE.equals(doNotBulkEmail);
    doNotPhone = Boolean.TRUE.equals(doNotPhone);
    doNotFax = Boolean.TRUE.equals(doNotFax);
    doNotPostalMail = Boolean.TRUE.equals(doNotPostalMail);
    doNotSendMM = Boolean.TRUE.equals(doNotSendMM);
    gdprOptout = Boolean.TRUE.equals(gdprOptout);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "ContactFields";
  }
}
