package org.leadflow.rules.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Condition;
import org.leadflow.rules.Fired;
import org.leadflow.rules.LeadFacts;
import org.leadflow.rules.Operator;

/**
 * Finds the rows of a routing table that fit a lead, without looking at the others. Immutable; safe
 * for any number of threads.
 */
public final class RowIndex {

  private static final Set<Operator> EQUALITIES = EnumSet.of(Operator.EQUAL, Operator.IN);
  private static final Set<Operator> INEQUALITIES = EnumSet.of(Operator.DIFFERENT, Operator.NOT_IN);
  private static final Set<Operator> KNOWLEDGE = EnumSet.of(Operator.KNOWN, Operator.MISSING);

  private final Row[] rows;
  private final Fired[] fired;
  private final List<Fired>[] alone;
  private final int[] priorities;

  /** Whether no row after this one has its priority. */
  private final boolean[] lastOfPriority;

  private final ColumnIndex[] columns;
  private final long[] every;
  private final int words;

  /** What no index answers, by row; null where nothing is left to ask. */
  private final @Nullable Predicate<LeadFacts>[] rest;

  private final boolean anyRest;

  @SuppressWarnings("unchecked")
  RowIndex(RoutingTable table) {
    this.rows = table.rows().toArray(new Row[0]);
    this.fired = table.rows().stream().map(Row::fired).toArray(Fired[]::new);
    this.priorities = table.rows().stream().mapToInt(Row::priority).toArray();
    this.alone = table.rows().stream().map(row -> List.of(row.fired())).toArray(List[]::new);
    this.lastOfPriority = new boolean[rows.length];
    for (int row = 0; row < rows.length; row++) {
      lastOfPriority[row] = row + 1 == rows.length || priorities[row + 1] != priorities[row];
    }
    this.words = (rows.length + 63) >> 6;
    this.every = Bits.all(rows.length);
    this.rest = new Predicate[rows.length];
    var asked = new LinkedHashMap<Group, List<List<Condition>>>();
    for (int row = 0; row < rows.length; row++) {
      for (Condition condition : rows[row].conditions()) {
        asked
            .computeIfAbsent(Group.of(condition), none -> nothing(rows.length))
            .get(row)
            .add(condition);
      }
    }
    var found = new ArrayList<ColumnIndex>();
    boolean left = false;
    for (Map.Entry<Group, List<List<Condition>>> each : asked.entrySet()) {
      ColumnIndex index = index(each.getKey(), each.getValue());
      if (index == null) {
        ask(each.getValue());
        left = true;
      } else {
        found.add(index);
      }
    }
    found.sort(Comparator.comparingInt(ColumnIndex::typical));
    this.columns = found.toArray(new ColumnIndex[0]);
    this.anyRest = left;
  }

  /**
   * What is to be recorded of the rows that fit and have the lowest priority number of those that
   * fit.
   */
  public List<Fired> best(LeadFacts lead) {
    int first = -1;
    List<Fired> several = List.of();
    long[][] sets = sets(lead);
    for (int word = 0; word < words; word++) {
      long bits = bits(sets, word);
      while (bits != 0) {
        int row = (word << 6) + Long.numberOfTrailingZeros(bits);
        bits &= bits - 1;
        if (first >= 0 && priorities[row] != priorities[first]) {
          return several.isEmpty() ? alone[first] : several;
        }
        if (!anyRest || rest[row] == null || rest[row].test(lead)) {
          if (first < 0) {
            first = row;
            if (lastOfPriority[row]) {
              // The most frequent end: no other row shares the priority.
              return alone[row];
            }
          } else {
            if (several.isEmpty()) {
              several = new ArrayList<>(alone[first]);
            }
            several.add(fired[row]);
          }
        }
      }
    }
    return first < 0 ? List.of() : several.isEmpty() ? alone[first] : several;
  }

  /** What is to be recorded of all rows that fit. */
  public List<Fired> all(LeadFacts lead) {
    var all = new ArrayList<Fired>();
    long[][] sets = sets(lead);
    for (int word = 0; word < words; word++) {
      for (long bits = bits(sets, word); bits != 0; bits &= bits - 1) {
        int row = (word << 6) + Long.numberOfTrailingZeros(bits);
        if (rest[row] == null || rest[row].test(lead)) {
          all.add(fired[row]);
        }
      }
    }
    return all;
  }

  private long[][] sets(LeadFacts lead) {
    if (columns.length == 0) {
      return new long[][] {every};
    }
    var sets = new long[columns.length][];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = columns[i].rows(lead);
    }
    return sets;
  }

  private static long bits(long[][] sets, int word) {
    long bits = sets[0][word];
    for (int i = 1; i < sets.length && bits != 0; i++) {
      bits &= sets[i][word];
    }
    return bits;
  }

  /** Whether a row fits. */
  boolean fits(LeadFacts lead, int row) {
    for (ColumnIndex column : columns) {
      if ((column.rows(lead)[row >> 6] & 1L << row) == 0) {
        return false;
      }
    }
    return rest[row] == null || rest[row].test(lead);
  }

  private record Group(String fact, String kind, Operator operator) {

    static Group of(Condition condition) {
      Operator operator = condition.operator();
      String kind =
          EQUALITIES.contains(operator)
              ? "equal"
              : INEQUALITIES.contains(operator)
                  ? "different"
                  : KNOWLEDGE.contains(operator) ? "known" : operator.name();
      return new Group(
          condition.fact(), kind, kind.equals(operator.name()) ? operator : Operator.OPAQUE);
    }
  }

  private static @Nullable ColumnIndex index(Group group, List<List<Condition>> asked) {
    return switch (group.kind) {
      case "equal" -> new ColumnIndex.Listed(group.fact, false, asked);
      case "different" -> new ColumnIndex.Listed(group.fact, true, asked);
      case "known" -> new ColumnIndex.Known(group.fact, asked);
      case "AT_LEAST", "AT_MOST", "MORE", "LESS" ->
          ColumnIndex.Ranged.fits(asked)
              ? new ColumnIndex.Ranged(group.fact, group.operator, asked)
              : null;
      case "STARTS_WITH" ->
          ColumnIndex.Prefixed.fits(asked) ? new ColumnIndex.Prefixed(group.fact, asked) : null;
      default -> null;
    };
  }

  private void ask(List<List<Condition>> asked) {
    for (int row = 0; row < rows.length; row++) {
      for (Condition condition : asked.get(row)) {
        Predicate<LeadFacts> test = RowTest.of(condition);
        Predicate<LeadFacts> before = rest[row];
        rest[row] = before == null ? test : before.and(test);
      }
    }
  }

  private static List<List<Condition>> nothing(int rows) {
    var lists = new ArrayList<List<Condition>>(rows);
    for (int row = 0; row < rows; row++) {
      lists.add(new ArrayList<>(1));
    }
    return lists;
  }
}
