package org.leadflow.lead;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a lead is in its state, with the numbers of Dynamics 365; ours start at 100000000.
 *
 * <p>The allowed ways: Open to Qualified only by qualifying, Open to Disqualified only by
 * disqualifying, closed to Open only by reactivating. A closed lead changes neither state nor
 * reason.
 */
public enum StatusCode {
  NEW(1, StateCode.OPEN, "New"),
  CONTACTED(2, StateCode.OPEN, "Contacted"),
  QUALIFIED(3, StateCode.QUALIFIED, "Qualified"),
  LOST(4, StateCode.DISQUALIFIED, "Lost"),
  CANNOT_CONTACT(5, StateCode.DISQUALIFIED, "Cannot Contact"),
  NO_LONGER_INTERESTED(6, StateCode.DISQUALIFIED, "No Longer Interested"),
  CANCELED(7, StateCode.DISQUALIFIED, "Canceled"),
  UNSOLICITED(100_000_000, StateCode.DISQUALIFIED, "Unsolicited"),
  DUPLICATE(100_000_001, StateCode.DISQUALIFIED, "Duplicate");

  private final int code;
  private final StateCode state;
  private final String label;

  StatusCode(int code, StateCode state, String label) {
    this.code = code;
    this.state = state;
    this.label = label;
  }

  public int code() {
    return code;
  }

  public StateCode state() {
    return state;
  }

  public String label() {
    return label;
  }

  /**
   * Whether a lead with this reason may become one with that: an Open one anything but New again, a
   * closed one Open for the reason it had.
   *
   * @param before the number of the reason a closed lead had while it was Open; 0 when that is not
   *     known, which counts as New
   */
  boolean becomes(StatusCode next, int before) {
    if (state == StateCode.OPEN) {
      return next != NEW;
    }
    return next == of(before).orElse(NEW);
  }

  /** The reason with this number; empty for a number that no reason has. */
  public static Optional<StatusCode> of(int code) {
    return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
  }

  /** The reason with this label, in any case of letters; empty when none has it. */
  public static Optional<StatusCode> ofLabel(String label) {
    return Arrays.stream(values())
        .filter(status -> status.label.equalsIgnoreCase(label))
        .findFirst();
  }

  /**
   * The reasons a person may give in this state, as a sentence's list: {@code 4 Lost, 5 Cannot
   * Contact}.
   */
  public static String choices(StateCode state) {
    return in(state).stream()
        .map(status -> status.code + " " + status.label)
        .collect(Collectors.joining(", "));
  }

  /** The reasons of a state, in the order of their numbers. */
  public static List<StatusCode> in(StateCode state) {
    return Arrays.stream(values()).filter(status -> status.state == state).toList();
  }
}
