package org.leadflow.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything a rule may know about a lead; {@code rules/facts.md} is its dictionary for authors.
 * What is not known is null. Texts keep the spelling of the lead unless said otherwise there.
 */
public record LeadFacts(
    LocalDate today,
    @Nullable String subject,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String jobTitle,
    @Nullable String companyName,
    @Nullable String emailAddress,
    @Nullable String emailDomain,
    @Nullable Boolean freeMail,
    @Nullable String phone,
    @Nullable String country,
    @Nullable String state,
    @Nullable String city,
    @Nullable String postalCode,
    @Nullable String industry,
    @Nullable Integer employees,
    @Nullable BigDecimal revenue,
    @Nullable String source,
    @Nullable String rating,
    @Nullable String campaign,
    @Nullable BigDecimal budget,
    @Nullable String budgetStatus,
    @Nullable String timeframe,
    @Nullable String need,
    @Nullable Boolean decisionMaker,
    @Nullable String language,
    @Nullable String partner,
    @Nullable Boolean customer,
    @Nullable String description,
    @Nullable String channel,
    @Nullable Integer score,
    @Nullable String grade) {

  /** Facts of a lead about which nothing is known but the day. */
  public static LeadFactsBuilder on(LocalDate today) {
    return new LeadFactsBuilder(today);
  }

  /** Names the record only: what a log or an error shows must not be personal. */
  @Override
  public String toString() {
    return "the facts of a lead";
  }
}
