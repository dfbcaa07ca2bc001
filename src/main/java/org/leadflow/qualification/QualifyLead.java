package org.leadflow.qualification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Records;
import org.leadflow.core.StorableText;
import org.leadflow.organization.CurrencyCode;

/**
 * The request to qualify a lead, named after the message QualifyLead of Dynamics 365. A record that
 * is named here wins over one the lead is linked to, and both win over the flags.
 *
 * @param createAccount null takes what the unit's settings say; so do the other two
 * @param opportunityCurrencyId null takes the lead's, else the unit's; one of them is needed with a
 *     new opportunity
 * @param opportunityCustomerId an account or contact; null takes the account, else the contact
 * @param sourceCampaignId null takes the lead's campaign
 * @param status the reason of the state Qualified; 3, -1 and null all mean Qualified
 * @param processInstanceId refused when it is not the process of this lead
 * @param opportunityId an open opportunity to join instead of creating one
 * @param ignoreDuplicates the kinds of record to create although others like it are there
 * @param duplicateToken from the answer that told of the duplicates; says which of them were seen
 * @param onDuplicate what to do about duplicates nobody decided on; null means ask
 * @param suppressDuplicateDetection true looks for none; needs the right to write beyond one's own
 * @param dryRun true answers the plan and changes nothing
 * @param planToken from a dry run; refused when the plan would be another one now
 */
@StorableText
public record QualifyLead(
    @Nullable Boolean createAccount,
    @Nullable Boolean createContact,
    @Nullable Boolean createOpportunity,
    @CurrencyCode @Nullable String opportunityCurrencyId,
    @Nullable UUID opportunityCustomerId,
    @Size(max = 100) @Nullable String sourceCampaignId,
    @Nullable Integer status,
    @Size(max = 64) @Nullable String processInstanceId,
    @Nullable UUID accountId,
    @Nullable UUID contactId,
    @Nullable UUID opportunityId,
    @Valid @Nullable NewOpportunity opportunity,
    @Nullable Set<RecordType> ignoreDuplicates,
    @Size(max = 2000) @Nullable String duplicateToken,
    @Nullable OnDuplicate onDuplicate,
    @Nullable Boolean suppressDuplicateDetection,
    @Nullable Boolean dryRun,
    @Size(max = 100) @Nullable String planToken,
    @Size(max = 2000) @Nullable String comment) {

  public QualifyLead {
    ignoreDuplicates =
        ignoreDuplicates == null
            ? Set.of()
            : Collections.unmodifiableSet(new TreeSet<>(ignoreDuplicates));
    opportunity = opportunity == null ? new NewOpportunity(null, null, null) : opportunity;
  }

  /**
   * The request that says only this, under the names of its own components; all others are null.
   *
   * @throws IllegalArgumentException when it has no component of one of the names
   */
  public static QualifyLead of(Record said) {
    return Records.with(Records.of(QualifyLead.class, Map.of()), said);
  }

  @Nullable Boolean wish(RecordType type) {
    return switch (type) {
      case ACCOUNT -> createAccount;
      case CONTACT -> createContact;
      case OPPORTUNITY -> createOpportunity;
    };
  }

  @Nullable UUID chosen(RecordType type) {
    return switch (type) {
      case ACCOUNT -> accountId;
      case CONTACT -> contactId;
      case OPPORTUNITY -> opportunityId;
    };
  }

  /** The same request, looking for no duplicates. */
  public QualifyLead suppressingDuplicateDetection() {
    record Suppressing(boolean suppressDuplicateDetection) {}
    return Records.with(this, new Suppressing(true));
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "QualifyLead";
  }

  /** Values for a new opportunity; each null takes what the lead has. */
  @StorableText
  public record NewOpportunity(
      @Size(max = 300) @Nullable String name,
      @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 15, fraction = 2)
          @Nullable BigDecimal estimatedAmount,
      @Nullable LocalDate estimatedCloseDate) {}

  /** What to do about duplicates nobody decided on. */
  public enum OnDuplicate {
    /** Refuse and show them. */
    ASK("ask"),
    /** Link the one exact match where there is just one; else ask. */
    USE_EXACT("useExact");

    private final String word;

    OnDuplicate(String word) {
      this.word = word;
    }

    @JsonValue
    public String word() {
      return word;
    }

    @JsonCreator
    public static OnDuplicate of(String word) {
      return Arrays.stream(values())
          .filter(value -> value.word.equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("must be ask or useExact"));
    }
  }
}
