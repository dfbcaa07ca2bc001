package org.leadflow.lead;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.EmailAddress;
import org.leadflow.core.StorableText;
import org.leadflow.organization.CurrencyCode;

/**
 * What a caller may write of a lead, in the order of the Dynamics 365 lead table. Whatever is not
 * here (state, owner, score, times) belongs to the product and cannot be sent in.
 *
 * <p>Names are the Dynamics schema names with a small first letter. Lengths are characters; longer
 * text is refused with the field's name, never cut. An option is its number, see {@link OptionSet}.
 *
 * <p>{@code relatedObjectId} (the campaign response behind the lead), {@code overriddenCreatedOn}
 * (the day a migrated lead was created where it comes from; {@code createdOn} stays the truth here)
 * and the submission are given with a new lead and stay. {@code originatingCaseId} is kept as sent:
 * cases live elsewhere.
 *
 * <p>Longer than other records because the table is; every field is declared once, here, for the
 * API, the database and the rules.
 */
@StorableText
public record LeadFields(
    @Size(max = 300) @NotBlank @Nullable String subject,
    @Size(max = 100) @Nullable String salutation,
    @Size(max = 50) @Nullable String firstName,
    @Size(max = 50) @Nullable String middleName,
    @Size(max = 50) @NotBlank @Nullable String lastName,
    @Size(max = 100) @Nullable String jobTitle,
    @Size(max = 100) @Nullable String companyName,
    @Size(max = 100) @EmailAddress @Nullable String emailAddress1,
    @Size(max = 100) @EmailAddress @Nullable String emailAddress2,
    @Size(max = 100) @EmailAddress @Nullable String emailAddress3,
    @Size(max = 50) @Nullable String telephone1,
    @Size(max = 50) @Nullable String telephone2,
    @Size(max = 50) @Nullable String telephone3,
    @Size(max = 50) @Nullable String fax,
    @Size(max = 20) @Nullable String mobilePhone,
    @Size(max = 20) @Nullable String pager,
    @Size(max = 200) @Nullable String websiteUrl,
    @Size(max = 20) @Nullable String sic,
    @Option(OptionSet.INDUSTRY) @Nullable Integer industryCode,
    @Min(0) @Max(1_000_000) @Nullable Integer numberOfEmployees,
    @DecimalMin("0") @DecimalMax("100000000000000") @Digits(integer = 15, fraction = 2)
        @Nullable BigDecimal revenue,
    @Size(max = 100) @Nullable String address1Name,
    @Size(max = 250) @Nullable String address1Line1,
    @Size(max = 250) @Nullable String address1Line2,
    @Size(max = 250) @Nullable String address1Line3,
    @Size(max = 80) @Nullable String address1City,
    @Size(max = 50) @Nullable String address1StateOrProvince,
    @Size(max = 50) @Nullable String address1County,
    @Size(max = 20) @Nullable String address1PostalCode,
    @Size(max = 20) @Nullable String address1PostOfficeBox,
    @Size(max = 80) @Nullable String address1Country,
    @Size(max = 50) @Nullable String address1Telephone1,
    @Size(max = 50) @Nullable String address1Telephone2,
    @Size(max = 50) @Nullable String address1Telephone3,
    @Size(max = 50) @Nullable String address1Fax,
    @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 5)
        @Nullable BigDecimal address1Latitude,
    @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 5)
        @Nullable BigDecimal address1Longitude,
    @Min(-1500) @Max(1500) @Nullable Integer address1UtcOffset,
    @Size(max = 100) @Nullable String address2Name,
    @Size(max = 250) @Nullable String address2Line1,
    @Size(max = 250) @Nullable String address2Line2,
    @Size(max = 250) @Nullable String address2Line3,
    @Size(max = 80) @Nullable String address2City,
    @Size(max = 50) @Nullable String address2StateOrProvince,
    @Size(max = 50) @Nullable String address2County,
    @Size(max = 20) @Nullable String address2PostalCode,
    @Size(max = 20) @Nullable String address2PostOfficeBox,
    @Size(max = 80) @Nullable String address2Country,
    @Size(max = 50) @Nullable String address2Telephone1,
    @Size(max = 50) @Nullable String address2Telephone2,
    @Size(max = 50) @Nullable String address2Telephone3,
    @Size(max = 50) @Nullable String address2Fax,
    @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 5)
        @Nullable BigDecimal address2Latitude,
    @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 5)
        @Nullable BigDecimal address2Longitude,
    @Min(-1500) @Max(1500) @Nullable Integer address2UtcOffset,
    @Option(OptionSet.LEAD_SOURCE) @Nullable Integer leadSourceCode,
    @Option(OptionSet.RATING) @Nullable Integer leadQualityCode,
    @Option(OptionSet.PRIORITY) @Nullable Integer priorityCode,
    @Option(OptionSet.SALES_STAGE) @Nullable Integer salesStage,
    @Option(OptionSet.SALES_STAGE_CODE) @Nullable Integer salesStageCode,
    @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 15, fraction = 2)
        @Nullable BigDecimal budgetAmount,
    @DecimalMin("0") @DecimalMax("1000000000000") @Digits(integer = 15, fraction = 2)
        @Nullable BigDecimal estimatedAmount,
    @Option(OptionSet.BUDGET) @Nullable Integer budgetStatus,
    @Nullable LocalDate estimatedCloseDate,
    @Option(OptionSet.NEED) @Nullable Integer need,
    @Option(OptionSet.PURCHASE_TIMEFRAME) @Nullable Integer purchaseTimeFrame,
    @Option(OptionSet.PURCHASE_PROCESS) @Nullable Integer purchaseProcess,
    @Nullable Boolean decisionMaker,
    @Nullable Boolean confirmInterest,
    @Nullable Boolean evaluateFit,
    @Option(OptionSet.INITIAL_COMMUNICATION) @Nullable Integer initialCommunication,
    @Nullable Instant scheduleFollowUpProspect,
    @Nullable Instant scheduleFollowUpQualify,
    @Size(max = 2000) @Nullable String qualificationComments,
    @Size(max = 2000) @Nullable String description,
    @CurrencyCode @Nullable String transactionCurrencyId,
    @Option(OptionSet.CONTACT_METHOD) @Nullable Integer preferredContactMethodCode,
    @Nullable Boolean doNotEmail,
    @Nullable Boolean doNotBulkEmail,
    @Nullable Boolean doNotPhone,
    @Nullable Boolean doNotFax,
    @Nullable Boolean doNotPostalMail,
    @Nullable Boolean doNotSendMM,
    @Nullable Boolean followEmail,
    @Nullable Boolean gdprOptout,
    @Nullable UUID parentAccountId,
    @Nullable UUID parentContactId,
    @Nullable UUID customerId,
    @Pattern(regexp = "account|contact", message = "must be account or contact")
        @Nullable String customerIdType,
    @Size(max = 100) @Nullable String campaignId,
    @Nullable UUID relatedObjectId,
    @Nullable UUID originatingCaseId,
    @Size(max = 64) @Nullable String channelPartnerId,
    @Size(max = 35) @Nullable String preferredLanguage,
    @Size(max = 64) @Nullable String timeZone,
    @Nullable Instant consentOn,
    @Size(max = 2000) @Nullable String consentText,
    @Size(max = 200) @Nullable String utmSource,
    @Size(max = 200) @Nullable String utmMedium,
    @Size(max = 200) @Nullable String utmCampaign,
    @Size(max = 50) @Nullable String sourceSystem,
    @Size(max = 200) @Nullable String sourceKey,
    @Nullable LocalDate overriddenCreatedOn) {

  /** They are in one currency: one of them says nothing without the others. */
  public static final Set<String> AMOUNTS =
      Set.of("revenue", "budgetAmount", "estimatedAmount", "transactionCurrencyId");

  /** A yes in one of them means: do not. Of two sides that say different the yes holds. */
  public static final Set<String> OPT_OUTS =
      Set.of(
          "doNotEmail",
          "doNotBulkEmail",
          "doNotPhone",
          "doNotFax",
          "doNotPostalMail",
          "doNotSendMM",
          "gdprOptout");

  /**
   * What is a no, by field: of two sides that say different it holds, and no source takes it back.
   * It is the yes of an opt-out, and that mail is not followed.
   */
  public static final Map<String, Boolean> NO =
      Stream.concat(OPT_OUTS.stream(), Stream.of("followEmail"))
          .collect(Collectors.toUnmodifiableMap(field -> field, OPT_OUTS::contains));

  /**
   * A box nobody ticked is not ticked; following e-mail is the one that starts ticked, as in
   * Dynamics.
   */
  public LeadFields {
    decisionMaker = isTrue(decisionMaker);
    confirmInterest = isTrue(confirmInterest);
    evaluateFit = isTrue(evaluateFit);
    doNotEmail = isTrue(doNotEmail);
    doNotBulkEmail = isTrue(doNotBulkEmail);
    doNotPhone = isTrue(doNotPhone);
    doNotFax = isTrue(doNotFax);
    doNotPostalMail = isTrue(doNotPostalMail);
    doNotSendMM = isTrue(doNotSendMM);
    followEmail = followEmail == null || followEmail;
    gdprOptout = isTrue(gdprOptout);
  }

  /** First, middle and last name as one reads them; the last name alone when there is no other. */
  public String fullName() {
    return Stream.of(firstName, middleName, lastName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private static boolean isTrue(@Nullable Boolean given) {
    return Boolean.TRUE.equals(given);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "the fields of a lead";
  }
}
