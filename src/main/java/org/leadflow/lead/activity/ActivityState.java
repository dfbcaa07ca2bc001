package org.leadflow.lead.activity;

/** The states of an activity, with the numbers of Dynamics 365. */
public enum ActivityState {
  OPEN(0, "Open"),
  COMPLETED(1, "Completed"),
  CANCELED(2, "Canceled");

  private final int code;
  private final String label;

  ActivityState(int code, String label) {
    this.code = code;
    this.label = label;
  }

  public int code() {
    return code;
  }

  public String label() {
    return label;
  }

  static ActivityState of(int code) {
    return values()[code];
  }
}
