package org.leadflow.duplicates;

import java.util.Locale;

/** The rules by which a new lead is about somebody who is known, the strongest first. */
public enum TwinRule {
  LEAD_SAME_EMAIL(Certainty.EXACT, "The same e-mail address, and the names fit."),
  LEAD_SAME_PHONE(Certainty.EXACT, "The same phone number, and the names fit."),
  LEAD_ALIKE(Certainty.EXACT, "Name, company and address are alike."),
  LEAD_OF_ANOTHER_PARTNER(
      Certainty.LIKELY, "The same person, but another channel partner is concerned."),
  LEAD_SAME_EMAIL_OTHER_NAME(Certainty.LIKELY, "The same e-mail address, but another name."),
  LEAD_ALIKE_REACHED_ELSEWHERE(
      Certainty.LIKELY,
      "Name, company and address are alike, but the e-mail address or phone number is another."),
  LEAD_SIMILAR(Certainty.LIKELY, "Name, company and address are similar."),
  CONTACT_SAME_EMAIL(Certainty.EXACT, "A contact with the same e-mail address, and the names fit."),
  CONTACT_SEVERAL(Certainty.LIKELY, "One of several contacts with the same e-mail address."),
  CONTACT_SAME_EMAIL_OTHER_NAME(
      Certainty.LIKELY, "A contact with the same e-mail address, but another name."),
  CONTACT_SAME_PHONE(Certainty.LIKELY, "A contact with the same phone number, and the names fit.");

  private final Certainty certainty;
  private final String sentence;

  TwinRule(Certainty certainty, String sentence) {
    this.certainty = certainty;
    this.sentence = sentence;
  }

  public Certainty certainty() {
    return certainty;
  }

  /** Why, for a person; holds nothing of the record itself. */
  public String sentence() {
    return sentence;
  }

  /** As it stands in answers: {@code lead-same-email}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isSure() {
    return certainty == Certainty.EXACT;
  }
}
