package org.leadflow.rules;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * The business unit or channel partner that takes the lead.
 *
 * @param id of the unit or partner in the organisation
 * @param priority the lowest number wins; equal numbers with different outcomes are a conflict
 */
public record Receiver(Kind kind, String id, int priority) implements Outcome {

  /** Who receives. */
  public enum Kind {
    UNIT,
    PARTNER
  }

  /** A business unit takes the lead. */
  public static Receiver unit(String id, int priority) {
    return new Receiver(Kind.UNIT, id, priority);
  }

  /** A channel partner takes the lead. */
  public static Receiver partner(String id, int priority) {
    return new Receiver(Kind.PARTNER, id, priority);
  }

  @Override
  public String words() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + id;
  }

  @Override
  public OptionalInt rank() {
    return OptionalInt.of(priority);
  }
}
