package org.leadflow.intake.csv;

import java.io.IOException;

/** What was sent cannot be read as CSV; the message says why in a sentence for its sender. */
public final class NotCsv extends IOException {

  private final String code;

  NotCsv(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  /** What is wrong, as a stable code. */
  public String code() {
    return code;
  }
}
