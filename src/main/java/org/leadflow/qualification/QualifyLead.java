package org.leadflow.qualification;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;
import org.leadflow.lead.CurrencyCode;

/**
 * The request to qualify a lead, named after the message QualifyLead of Dynamics 365.
 *
 * @param createAccount null means yes, where the lead has a company
 * @param createContact null means yes
 * @param createOpportunity null means yes
 * @param opportunityCurrencyId needed with an opportunity unless the lead has a currency
 * @param accountId an existing account to link instead of creating one; wins over the lead's own
 * @param contactId an existing contact to link instead of creating one; wins over the lead's own
 * @param opportunityName null takes the lead's topic
 * @param estimatedAmount null takes the lead's
 * @param estimatedCloseDate null takes the lead's
 */
@StorableText
public record QualifyLead(
    @Nullable Boolean createAccount,
    @Nullable Boolean createContact,
    @Nullable Boolean createOpportunity,
    @CurrencyCode @Nullable String opportunityCurrencyId,
    @Nullable UUID accountId,
    @Nullable UUID contactId,
    @Size(max = 300) @Nullable String opportunityName,
    @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 15, fraction = 2)
        @Nullable BigDecimal estimatedAmount,
    @Nullable LocalDate estimatedCloseDate,
    @Size(max = 2000) @Nullable String comment) {

  boolean wantsAccount() {
    return !Boolean.FALSE.equals(createAccount);
  }

  boolean wantsContact() {
    return !Boolean.FALSE.equals(createContact);
  }

  boolean wantsOpportunity() {
    return !Boolean.FALSE.equals(createOpportunity);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "QualifyLead";
  }
}
