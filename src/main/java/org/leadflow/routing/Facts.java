package org.leadflow.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Countries;
import org.leadflow.core.MailAddresses;
import org.leadflow.core.PhoneNumbers;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.OptionSet;
import org.leadflow.rules.LeadFacts;
import org.springframework.stereotype.Component;

/** What a rule may know of a lead, taken from the lead as it stands and from the calendar. */
@Component
public class Facts {

  private final Clock clock;

  Facts(Clock clock) {
    this.clock = clock;
  }

  /** The facts as of today. */
  public LeadFacts of(Lead lead) {
    LeadFields fields = lead.fields();
    String country = Countries.code(fields.address1Country()).orElse(null);
    String domain = MailAddresses.domain(fields.emailAddress1()).orElse(null);
    return LeadFacts.on(LocalDate.now(clock))
        .subject(fields.subject())
        .firstName(fields.firstName())
        .lastName(fields.lastName())
        .jobTitle(fields.jobTitle())
        .companyName(fields.companyName())
        .emailAddress(fields.emailAddress1())
        .emailDomain(domain)
        .freeMail(domain == null ? null : MailAddresses.isFreeMail(domain))
        .phone(phoneOf(fields, country))
        .country(country)
        .state(fields.address1StateOrProvince())
        .city(fields.address1City())
        .postalCode(fields.address1PostalCode())
        .industry(OptionSet.INDUSTRY.label(fields.industryCode()).orElse(null))
        .employees(fields.numberOfEmployees())
        .revenue(fields.revenue())
        .source(OptionSet.LEAD_SOURCE.label(fields.leadSourceCode()).orElse(null))
        .rating(OptionSet.RATING.label(fields.leadQualityCode()).orElse(null))
        .campaign(fields.campaignId())
        .budget(fields.budgetAmount())
        .budgetStatus(OptionSet.BUDGET.label(fields.budgetStatus()).orElse(null))
        .timeframe(OptionSet.PURCHASE_TIMEFRAME.label(fields.purchaseTimeFrame()).orElse(null))
        .need(OptionSet.NEED.label(fields.need()).orElse(null))
        .decisionMaker(fields.decisionMaker())
        .language(languageOf(fields.preferredLanguage()))
        .partner(fields.channelPartnerId())
        .customer(fields.parentAccountId() != null || fields.parentContactId() != null)
        .description(fields.description())
        .channel(lead.intakeChannel())
        .score(lead.score())
        .grade(lead.grade())
        .build();
  }

  /** The first of the lead's numbers that can be dialled, in E.164 form; null when none can. */
  private static @Nullable String phoneOf(LeadFields fields, @Nullable String country) {
    return Stream.of(
            fields.telephone1(), fields.mobilePhone(), fields.telephone2(), fields.telephone3())
        .flatMap(written -> PhoneNumbers.e164(written, country).stream())
        .findFirst()
        .orElse(null);
  }

  /**
   * The language alone, without region: {@code de} for {@code de-CH}; null for what is no language
   * tag.
   */
  private static @Nullable String languageOf(@Nullable String tag) {
    String language = tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    return language.isEmpty() ? null : language;
  }
}
