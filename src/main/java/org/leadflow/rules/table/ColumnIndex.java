package org.leadflow.rules.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.FactNames;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Operator;

/**
 * Which rows one column lets pass, for each value of its fact. Rows that ask nothing of the fact
 * always pass.
 */
abstract class ColumnIndex {

  /** Above this many bytes the sets of single values are put together for each lead. */
  private static final long MOST_BYTES = 16_000_000;

  private final Function<LeadFacts, @Nullable Object> fact;

  private ColumnIndex(String fact) {
    this.fact = FactNames.reader(fact);
  }

  /** The rows a lead passes. Nobody may change the answer. */
  final long[] rows(LeadFacts lead) {
    return rows(fact.apply(lead));
  }

  abstract long[] rows(@Nullable Object value);

  /** How many rows pass for a typical lead: the fewer, the sooner the column is asked. */
  abstract int typical();

  /** Equality and lists; a value nobody names leaves the rows that ask nothing. */
  static final class Listed extends ColumnIndex {

    private final boolean negated;
    private final boolean dense;
    private final long[] otherwise;
    private final Map<Object, int[]> named = new HashMap<>();
    private final Map<Object, long[]> ready = new HashMap<>();

    Listed(String fact, boolean negated, List<List<Condition>> asked) {
      super(fact);
      this.negated = negated;
      int count = asked.size();
      this.otherwise = Bits.all(count);
      Class<?> type = FactNames.withTypes().get(fact);
      var rows = new HashMap<Object, List<Integer>>();
      for (int row = 0; row < count; row++) {
        for (Condition condition : asked.get(row)) {
          if (!negated) {
            Bits.clear(otherwise, row);
          }
          for (String value : condition.values()) {
            rows.computeIfAbsent(key(CellValues.typed(type, value)), none -> new ArrayList<>())
                .add(row);
          }
        }
      }
      rows.forEach(
          (value, of) -> named.put(value, of.stream().mapToInt(Integer::intValue).toArray()));
      dense = (long) rows.size() * otherwise.length * Long.BYTES <= MOST_BYTES;
      if (dense) {
        named.forEach((value, of) -> ready.put(value, changed(of)));
      }
    }

    @Override
    long[] rows(@Nullable Object value) {
      if (value == null) {
        return otherwise;
      }
      if (dense) {
        long[] rows = ready.get(key(value));
        return rows == null ? otherwise : rows;
      }
      int[] rows = named.get(key(value));
      return rows == null ? otherwise : changed(rows);
    }

    @Override
    int typical() {
      return Bits.count(otherwise)
          + (named.isEmpty() ? 0 : named.values().iterator().next().length);
    }

    private long[] changed(int[] rows) {
      long[] bits = otherwise.clone();
      for (int row : rows) {
        if (negated) {
          Bits.clear(bits, row);
        } else {
          Bits.set(bits, row);
        }
      }
      return bits;
    }

    /** 10.0 and 10.00 are the same amount. */
    private static Object key(Object value) {
      return value instanceof BigDecimal amount ? amount.stripTrailingZeros() : value;
    }
  }

  /** From, to, above, below. */
  static final class Ranged extends ColumnIndex {

    /** Whole numbers so close to each other are looked up without searching. */
    private static final int CLOSE = 1 << 16;

    private final Comparable<Object>[] bounds;

    /** Rows that pass between two neighbouring bounds. */
    private final long[][] between;

    /** Which of them counts on a bound itself: the ones below it, or one further. */
    private final int onBound;

    private final long[] unknown;
    private final int[] places;
    private final int lowest;

    @SuppressWarnings("unchecked")
    Ranged(String fact, Operator operator, List<List<Condition>> asked) {
      super(fact);
      Class<?> type = FactNames.withTypes().get(fact);
      var rows = new TreeMap<Comparable<Object>, List<Integer>>(Comparator.naturalOrder());
      this.unknown = Bits.all(asked.size());
      for (int row = 0; row < asked.size(); row++) {
        for (Condition condition : asked.get(row)) {
          Bits.clear(unknown, row);
          var bound = (Comparable<Object>) CellValues.typed(type, condition.values().get(0));
          rows.computeIfAbsent(bound, none -> new ArrayList<>()).add(row);
        }
      }
      this.bounds = rows.keySet().toArray(new Comparable[0]);
      this.between = new long[bounds.length + 1][];
      boolean upwards = operator == Operator.AT_LEAST || operator == Operator.MORE;
      this.onBound = operator == Operator.AT_LEAST || operator == Operator.LESS ? 1 : 0;
      // Upwards a row passes from its bound on, downwards until it.
      long[] passed = unknown.clone();
      between[upwards ? 0 : bounds.length] = passed.clone();
      for (int i = 0; i < bounds.length; i++) {
        int bound = upwards ? i : bounds.length - 1 - i;
        for (int row : rows.get(bounds[bound])) {
          Bits.set(passed, row);
        }
        between[upwards ? bound + 1 : bound] = passed.clone();
      }
      this.lowest = lowest(type);
      this.places = lowest == Integer.MIN_VALUE ? new int[0] : places();
    }

    private int lowest(Class<?> type) {
      if (type != Integer.class) {
        return Integer.MIN_VALUE;
      }
      long first = ((Integer) (Object) bounds[0]).longValue();
      long last = ((Integer) (Object) bounds[bounds.length - 1]).longValue();
      return last - first < CLOSE && first > Integer.MIN_VALUE ? (int) first : Integer.MIN_VALUE;
    }

    private int[] places() {
      int last = (Integer) (Object) bounds[bounds.length - 1];
      var found = new int[last - lowest + 1];
      for (int i = 0; i < found.length; i++) {
        found[i] = search(lowest + i);
      }
      return found;
    }

    /** Whether so many different bounds fit. */
    static boolean fits(List<List<Condition>> asked) {
      long bounds = asked.stream().flatMap(List::stream).map(Condition::values).distinct().count();
      return bounds * ((asked.size() + 63) / 64) * Long.BYTES <= MOST_BYTES;
    }

    @Override
    long[] rows(@Nullable Object value) {
      if (value == null) {
        return unknown;
      }
      if (places.length > 0) {
        long at = ((Integer) value).longValue() - lowest;
        return between[at < 0 ? 0 : at >= places.length ? bounds.length : places[(int) at]];
      }
      return between[search(value)];
    }

    private int search(Object value) {
      int at = Arrays.binarySearch(bounds, value);
      return at >= 0 ? at + onBound : -at - 1;
    }

    @Override
    int typical() {
      return Bits.count(between[between.length / 2]);
    }
  }

  /** Beginnings of texts; the longest one that fits already holds the rows of the shorter. */
  static final class Prefixed extends ColumnIndex {

    private final Map<String, long[]> rows = new HashMap<>();
    private final long[] otherwise;
    private final int[] lengths;

    Prefixed(String fact, List<List<Condition>> asked) {
      super(fact);
      this.otherwise = Bits.all(asked.size());
      var of = new TreeMap<String, List<Integer>>();
      for (int row = 0; row < asked.size(); row++) {
        for (Condition condition : asked.get(row)) {
          Bits.clear(otherwise, row);
          for (String value : condition.values()) {
            of.computeIfAbsent(value, none -> new ArrayList<>()).add(row);
          }
        }
      }
      this.lengths = of.keySet().stream().mapToInt(String::length).distinct().sorted().toArray();
      // In the order of a dictionary a shorter beginning comes before the longer ones.
      of.forEach(
          (prefix, own) -> {
            long[] bits = rows(prefix).clone();
            own.forEach(row -> Bits.set(bits, row));
            rows.put(prefix, bits);
          });
    }

    /** Whether so many different beginnings fit. */
    static boolean fits(List<List<Condition>> asked) {
      long values =
          asked.stream()
              .flatMap(List::stream)
              .flatMap(each -> each.values().stream())
              .distinct()
              .count();
      return values * ((asked.size() + 63) / 64) * Long.BYTES <= MOST_BYTES;
    }

    @Override
    long[] rows(@Nullable Object value) {
      if (value instanceof String text) {
        for (int i = lengths.length - 1; i >= 0; i--) {
          if (lengths[i] <= text.length()) {
            long[] found = rows.get(text.substring(0, lengths[i]));
            if (found != null) {
              return found;
            }
          }
        }
      }
      return otherwise;
    }

    @Override
    int typical() {
      return Bits.count(otherwise);
    }
  }

  /** Whether something is known. */
  static final class Known extends ColumnIndex {

    private final long[] known;
    private final long[] missing;

    Known(String fact, List<List<Condition>> asked) {
      super(fact);
      this.known = Bits.all(asked.size());
      this.missing = Bits.all(asked.size());
      for (int row = 0; row < asked.size(); row++) {
        for (Condition condition : asked.get(row)) {
          Bits.clear(condition.operator() == Operator.KNOWN ? missing : known, row);
        }
      }
    }

    @Override
    long[] rows(@Nullable Object value) {
      return value == null ? missing : known;
    }

    @Override
    int typical() {
      return Bits.count(known);
    }
  }
}
