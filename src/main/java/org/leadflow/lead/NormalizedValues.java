package org.leadflow.lead;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Countries;
import org.leadflow.core.MailAddresses;
import org.leadflow.core.PhoneNumbers;

/**
 * What was written of a lead in the one form that machines compare and dial; read-only, beside what
 * was written. Each is null where nothing was written or nobody can tell what it means.
 *
 * @param emailAddress1Normalized trimmed, in small letters
 * @param telephone1E164 in international form, read as dialled in the lead's country
 * @param mobilePhoneE164 likewise
 * @param address1CountryCode ISO 3166 alpha-2
 */
@Schema(accessMode = Schema.AccessMode.READ_ONLY)
public record NormalizedValues(
    @Schema(example = "petra.vogel@vogel-antriebe.example")
        @Nullable String emailAddress1Normalized,
    @Schema(example = "+4971112345") @Nullable String telephone1E164,
    @Schema(example = "+4915112345678") @Nullable String mobilePhoneE164,
    @Schema(example = "DE") @Nullable String address1CountryCode) {

  static NormalizedValues of(LeadFields fields) {
    String country = Countries.code(fields.address1Country()).orElse(null);
    return new NormalizedValues(
        MailAddresses.key(fields.emailAddress1()).orElse(null),
        PhoneNumbers.e164(fields.telephone1(), country).orElse(null),
        PhoneNumbers.e164(fields.mobilePhone(), country).orElse(null),
        country);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "the normalized values of a lead";
  }
}
