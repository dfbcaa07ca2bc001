package org.leadflow.rules.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;

/**
 * A fact that is a number or a day: a slot for each number that matters, and one for all numbers
 * between two of them. Days count from 1970.
 */
final class Numbers extends Axis {

  /** What kind of number. */
  enum Kind {
    WHOLE,
    AMOUNT,
    DAY
  }

  private final Kind kind;
  private final List<BigDecimal> cuts;
  private final Slots all;

  /**
   * @param cuts the numbers that matter
   * @param least below which no lead lies, null where there is no such limit
   * @param most above which no lead lies, null where there is no such limit
   * @param missing whether the fact may be missing
   */
  Numbers(
      String fact,
      Kind kind,
      Collection<BigDecimal> cuts,
      @Nullable BigDecimal least,
      @Nullable BigDecimal most,
      boolean missing) {
    super(fact);
    this.kind = kind;
    var sorted = new TreeSet<>(cuts);
    if (least != null) {
      sorted.add(least);
    }
    if (most != null) {
      sorted.add(most);
    }
    this.cuts = List.copyOf(sorted);
    var possible = new BitSet();
    for (int slot = 1; slot < size(); slot++) {
      boolean inside = (least == null || slot >= at(least)) && (most == null || slot <= at(most));
      possible.set(slot, inside && !isHollow(slot));
    }
    possible.set(UNKNOWN, missing);
    this.all = Slots.of(possible);
  }

  /** The number a value of a condition or a case stands for; null when it is none. */
  @Nullable BigDecimal number(String value) {
    return number(kind, value);
  }

  static @Nullable BigDecimal number(Kind kind, String value) {
    try {
      return kind == Kind.DAY
          ? BigDecimal.valueOf(LocalDate.parse(value).toEpochDay())
          : new BigDecimal(value).stripTrailingZeros();
    } catch (NumberFormatException | DateTimeParseException none) {
      return null;
    }
  }

  @Override
  int size() {
    return 2 * cuts.size() + 2;
  }

  @Override
  Slots all() {
    return all;
  }

  /** Between which cuts a number lies. */
  int at(BigDecimal number) {
    int low = 0;
    int high = cuts.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int compared = cuts.get(middle).compareTo(number);
      if (compared == 0) {
        return 2 * middle + 2;
      } else if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return 2 * low + 1;
  }

  @Override
  @Nullable Reach compared(Condition condition) {
    var at = new BitSet();
    int first = -1;
    for (String value : condition.values()) {
      BigDecimal number = number(kind, value);
      if (number == null) {
        return null;
      }
      int slot = at(number);
      at.set(slot);
      first = first < 0 ? slot : first;
    }
    if (first < 0) {
      return null;
    }
    return switch (condition.operator()) {
      case EQUAL, IN -> exact(at);
      case DIFFERENT, NOT_IN -> {
        at.flip(1, size());
        yield exact(at);
      }
      case LESS -> exact(slots(1, first - 1));
      case AT_MOST -> exact(slots(1, first));
      case MORE -> exact(slots(first + 1, size() - 1));
      case AT_LEAST -> exact(slots(first, size() - 1));
      default -> null;
    };
  }

  private static BitSet slots(int from, int to) {
    var bits = new BitSet();
    if (from <= to) {
      bits.set(from, to + 1);
    }
    return bits;
  }

  private static Reach exact(BitSet slots) {
    Slots reached = Slots.of(slots);
    return new Reach(reached, reached);
  }

  /** Whether no whole number lies in the slot. */
  private boolean isHollow(int slot) {
    if (kind == Kind.AMOUNT) {
      return false;
    }
    BigDecimal some = inside(slot);
    return some.stripTrailingZeros().scale() > 0 || at(some) != slot;
  }

  private BigDecimal inside(int slot) {
    int cut = (slot - 1) / 2;
    if (slot % 2 == 0) {
      return cuts.get(cut);
    }
    if (cuts.isEmpty()) {
      return BigDecimal.ONE;
    }
    if (cut == 0) {
      return cuts.get(0).setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    }
    BigDecimal below = cuts.get(cut - 1);
    BigDecimal next = below.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
    if (cut == cuts.size() || next.compareTo(cuts.get(cut)) < 0 || kind != Kind.AMOUNT) {
      return next;
    }
    return below.add(cuts.get(cut)).divide(BigDecimal.valueOf(2));
  }

  @Override
  @Nullable String example(int slot) {
    return slot == UNKNOWN ? null : shown(inside(slot));
  }

  private String shown(BigDecimal number) {
    return kind == Kind.DAY
        ? LocalDate.ofEpochDay(number.longValue()).toString()
        : number.stripTrailingZeros().toPlainString();
  }

  @Override
  String words(Slots chosen) {
    var parts = new ArrayList<String>();
    for (int from = chosen.next(1); from >= 0; ) {
      int to = from;
      int next = chosen.next(to + 1);
      while (next >= 0 && all.next(to + 1) == next) {
        to = next;
        next = chosen.next(to + 1);
      }
      parts.add(range(from, to));
      from = next;
    }
    if (chosen.has(UNKNOWN)) {
      parts.add("not known");
    }
    return fact + " " + Texts.list(parts, "or");
  }

  private String range(int from, int to) {
    boolean fromFirst = all.next(1) == from;
    boolean toLast = all.next(to + 1) < 0;
    if (fromFirst && toLast) {
      return "known";
    }
    if (from == to && from % 2 == 0) {
      return shown(cuts.get(from / 2 - 1));
    }
    String above =
        from % 2 == 0
            ? "from " + shown(cuts.get(from / 2 - 1))
            : "above " + shown(cuts.get(from / 2 - 1 < 0 ? 0 : from / 2 - 1));
    String below =
        to % 2 == 0
            ? "up to " + shown(cuts.get(to / 2 - 1))
            : to / 2 < cuts.size() ? "below " + shown(cuts.get(to / 2)) : "";
    return fromFirst ? below : toLast ? above : above + " " + below;
  }
}
