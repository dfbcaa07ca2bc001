package org.leadflow.duplicates;

import java.util.Locale;

/** The rules by which a new lead is about somebody who is known, the strongest first. */
public enum TwinRule {
  LEAD_SAME_EMAIL(Verdict.SURE, "The same e-mail address, and the names fit."),
  LEAD_SAME_PHONE(Verdict.SURE, "The same phone number, and the names fit."),
  LEAD_ALIKE(Verdict.SURE, "Name, company and address are alike."),
  LEAD_OF_ANOTHER_PARTNER(
      Verdict.ASK, "The same person, but another channel partner is concerned."),
  LEAD_SAME_EMAIL_OTHER_NAME(Verdict.ASK, "The same e-mail address, but another name."),
  LEAD_ALIKE_REACHED_ELSEWHERE(
      Verdict.ASK,
      "Name, company and address are alike, but the e-mail address or phone number is another."),
  LEAD_SIMILAR(Verdict.ASK, "Name, company and address are similar."),
  CONTACT_SAME_EMAIL(Verdict.SURE, "A contact with the same e-mail address, and the names fit."),
  CONTACT_SEVERAL(Verdict.ASK, "One of several contacts with the same e-mail address."),
  CONTACT_SAME_EMAIL_OTHER_NAME(
      Verdict.ASK, "A contact with the same e-mail address, but another name."),
  CONTACT_SAME_PHONE(Verdict.ASK, "A contact with the same phone number, and the names fit."),
  ACCOUNT_SAME_NAME_AND_COUNTRY(
      Verdict.SURE, "The only account with the same name in the same country.");

  private final Verdict verdict;
  private final String sentence;

  TwinRule(Verdict verdict, String sentence) {
    this.verdict = verdict;
    this.sentence = sentence;
  }

  /** Unless {@link DuplicateSettings} say otherwise. */
  Verdict verdict() {
    return verdict;
  }

  /** Why, for a person; holds nothing of the record itself. */
  public String sentence() {
    return sentence;
  }

  /** As it stands in answers: {@code lead-same-email}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
