package org.leadflow.lead;

/**
 * The three states of a lead, with the numbers of Dynamics 365. Only an Open lead can be worked on.
 */
public enum StateCode {
  OPEN(0, "Open"),
  QUALIFIED(1, "Qualified"),
  DISQUALIFIED(2, "Disqualified");

  private final int code;
  private final String label;

  StateCode(int code, String label) {
    this.code = code;
    this.label = label;
  }

  public int code() {
    return code;
  }

  public String label() {
    return label;
  }

  static StateCode of(int code) {
    return values()[code];
  }
}
