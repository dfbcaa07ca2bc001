package org.leadflow.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Sums by group, while they are read.
 *
 * @param <S> what is summed up for each group
 */
final class Grouping<S> {

  /** The group of those that are not told apart; no id has this form. */
  static final String OTHERS = "*";

  /** The key under which what has none is found. */
  static final String NONE = "";

  private final Filter filter;
  private final @Nullable Cohorts cohorts;
  private final Supplier<S> empty;
  private final Map<String, S> groups = new LinkedHashMap<>();

  Grouping(Filter filter, Supplier<S> empty) {
    this.filter = filter;
    this.empty = empty;
    this.cohorts = filter.by().isCohort() ? Cohorts.of(filter) : null;
    if (cohorts != null) {
      cohorts.all().forEach(cohort -> groups.put(cohort.key(), empty.get()));
    }
  }

  /**
   * What statements group by.
   *
   * @param time the column that says in which cohort a row is
   */
  String expression(String table, String time) {
    return cohorts == null ? filter.by().of(table) : cohorts.expression(table + "." + time);
  }

  @Nullable Cohorts cohorts() {
    return cohorts;
  }

  /** The sums of the group that a statement answered. */
  S of(@Nullable String answered) {
    String key =
        answered == null
            ? NONE
            : cohorts == null ? answered : cohorts.all().get(Integer.parseInt(answered)).key();
    return ofKey(key);
  }

  S ofKey(String key) {
    return groups.computeIfAbsent(key, unknown -> empty.get());
  }

  /** One group with its sums. */
  record Group<S>(String key, S sums) {}

  /**
   * The groups, the largest first, and those beyond the most together as the last; cohorts in their
   * order, all of them.
   */
  List<Group<S>> groups(int most, ToLongFunction<S> size, BiConsumer<S, S> add) {
    var all = new ArrayList<Group<S>>();
    groups.forEach((key, sums) -> all.add(new Group<>(key, sums)));
    if (cohorts != null) {
      return all;
    }
    all.sort(
        Comparator.comparingLong((Group<S> group) -> size.applyAsLong(group.sums()))
            .reversed()
            .thenComparing(Group::key));
    if (all.size() <= most) {
      return all;
    }
    S others = empty.get();
    all.subList(most, all.size()).forEach(group -> add.accept(others, group.sums()));
    var told = new ArrayList<>(all.subList(0, most));
    told.add(new Group<>(OTHERS, others));
    return told;
  }
}
