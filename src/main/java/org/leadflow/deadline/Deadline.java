package org.leadflow.deadline;

import java.util.Arrays;
import java.util.Optional;

/** What somebody should do about a lead within a time. */
public enum Deadline {
  /** Get in touch for the first time. */
  FIRST_RESPONSE("first response"),
  /** Go on after a contact. */
  NEXT_STEP("next step"),
  /** Say what came of the lead. */
  QUALIFICATION("qualification");

  private final String words;

  Deadline(String words) {
    this.words = words;
  }

  /** As it stands in the table and in sentences. */
  public String words() {
    return words;
  }

  static Optional<Deadline> of(String words) {
    return Arrays.stream(values()).filter(each -> each.words.equalsIgnoreCase(words)).findFirst();
  }
}
