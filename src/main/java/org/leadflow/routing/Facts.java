package org.leadflow.routing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadFields;
import org.leadflow.lead.OptionSet;
import org.leadflow.rules.LeadFacts;
import org.springframework.stereotype.Component;

/** What a rule may know of a lead, taken from the lead as it stands and from the calendar. */
@Component
class Facts {

  /** Anybody can have an address there, so it says nothing about the company. */
  private static final Set<String> FREE_MAIL =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "msn.com",
          "yahoo.com",
          "yahoo.co.jp",
          "ymail.com",
          "icloud.com",
          "me.com",
          "aol.com",
          "gmx.de",
          "gmx.net",
          "gmx.at",
          "gmx.ch",
          "web.de",
          "t-online.de",
          "freenet.de",
          "mail.com",
          "mail.ru",
          "yandex.ru",
          "proton.me",
          "protonmail.com",
          "orange.fr",
          "free.fr",
          "laposte.net",
          "libero.it",
          "uol.com.br",
          "bol.com.br",
          "qq.com",
          "163.com",
          "126.com",
          "naver.com");

  private final Clock clock;
  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

  Facts(Clock clock) {
    this.clock = clock;
  }

  LeadFacts of(Lead lead) {
    LeadFields fields = lead.fields();
    String country = Countries.code(fields.address1Country()).orElse(null);
    String domain = domainOf(fields.emailAddress1());
    return LeadFacts.on(LocalDate.now(clock))
        .subject(fields.subject())
        .firstName(fields.firstName())
        .lastName(fields.lastName())
        .jobTitle(fields.jobTitle())
        .companyName(fields.companyName())
        .emailAddress(fields.emailAddress1())
        .emailDomain(domain)
        .freeMail(domain == null ? null : FREE_MAIL.contains(domain))
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
        .description(fields.description())
        .channel(lead.intakeChannel())
        .score(lead.score())
        .grade(lead.grade())
        .build();
  }

  /** The first of the lead's numbers that can be dialled, in E.164 form; null when none can. */
  private @Nullable String phoneOf(LeadFields fields, @Nullable String country) {
    return Stream.of(
            fields.telephone1(), fields.mobilePhone(), fields.telephone2(), fields.telephone3())
        .map(written -> e164(written, country))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String e164(@Nullable String written, @Nullable String country) {
    if (written == null) {
      return null;
    }
    try {
      var number = phones.parse(written, country);
      return phones.isPossibleNumber(number) ? phones.format(number, PhoneNumberFormat.E164) : null;
    } catch (NumberParseException notDialable) {
      return null;
    }
  }

  /**
   * The language alone, without region: {@code de} for {@code de-CH}; null for what is no language
   * tag.
   */
  private static @Nullable String languageOf(@Nullable String tag) {
    String language = tag == null ? "" : Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    return language.isEmpty() ? null : language;
  }

  private static @Nullable String domainOf(@Nullable String address) {
    return address == null
        ? null
        : address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
