package org.leadflow.duplicates;

import java.util.Locale;

/** The rules by which two records are about the same, the strongest of each type first. */
enum Rule {
  ACCOUNT_SAME_NAME_AND_COUNTRY(Certainty.EXACT, "The same company name in the same country."),
  ACCOUNT_SAME_DOMAIN(Certainty.LIKELY, "The same website or e-mail domain."),
  ACCOUNT_SIMILAR_NAME_IN_CITY(Certainty.LIKELY, "A similar company name in the same city."),
  ACCOUNT_SAME_NAME(
      Certainty.LIKELY, "The same company name; the country of one of them is not known."),
  CONTACT_SAME_EMAIL(Certainty.EXACT, "The same e-mail address."),
  CONTACT_SAME_PHONE(Certainty.LIKELY, "The same phone number and a similar name."),
  CONTACT_SIMILAR_NAME_AT_ACCOUNT(Certainty.LIKELY, "A similar name at the same account.");

  private final Certainty certainty;
  private final String sentence;

  Rule(Certainty certainty, String sentence) {
    this.certainty = certainty;
    this.sentence = sentence;
  }

  Certainty certainty() {
    return certainty;
  }

  String sentence() {
    return sentence;
  }

  /** As it stands in answers: {@code contact-same-email}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
