package org.leadflow.reporting;

import java.util.Arrays;
import java.util.Optional;

/** A time that is measured from the creation of a lead on. */
public enum Measure {
  ASSIGNMENT("assignment", "Time to assignment"),
  CONTACT("contact", "Time to first contact"),
  QUALIFICATION("qualification", "Time to qualification");

  private final String word;
  private final String title;

  Measure(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /** As it stands in addresses. */
  public String word() {
    return word;
  }

  public String title() {
    return title;
  }

  String raw() {
    return word + "_seconds";
  }

  String work() {
    return word + "_work";
  }

  static Optional<Measure> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
