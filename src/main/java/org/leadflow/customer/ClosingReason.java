package org.leadflow.customer;

import java.util.Arrays;
import java.util.Optional;

/** Why an opportunity is closed, with the numbers of Dynamics 365. */
public enum ClosingReason {
  WON(3, "Won"),
  CANCELED(4, "Canceled"),
  OUT_SOLD(5, "Out-Sold");

  private final int code;
  private final String label;

  ClosingReason(int code, String label) {
    this.code = code;
    this.label = label;
  }

  public int code() {
    return code;
  }

  public String label() {
    return label;
  }

  /** The reason with this number; empty for a number that no reason has. */
  public static Optional<ClosingReason> of(int code) {
    return Arrays.stream(values()).filter(reason -> reason.code == code).findFirst();
  }
}
