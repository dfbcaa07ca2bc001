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
import org.leadflow.reporting.Report.Stands;

/**
 * Sums by group, while they are read.
 *
 * @param <S> what is summed up for each group
 */
final class Grouping<S> {

  /** The key under which what has none is found. */
  static final String NONE = "";

  private final Filter filter;
  private final @Nullable Cohorts cohorts;
  private final Supplier<S> empty;
  private final Map<String, S> groups = new LinkedHashMap<>();
  private @Nullable S rest;

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

  /** The sums of what belongs to no group and is told beside them. */
  S ofRest() {
    if (rest == null) {
      rest = empty.get();
    }
    return rest;
  }

  /** One group with its sums. */
  record Group<S>(Stands stands, String key, S sums) {

    private Group(String key, S sums) {
      this(key.equals(NONE) ? Stands.NONE : Stands.GROUP, key, sums);
    }
  }

  /**
   * The groups, the largest first, and those beyond the most together after them; cohorts in their
   * order, all of them. The rest comes last.
   */
  List<Group<S>> groups(int most, ToLongFunction<S> size, BiConsumer<S, S> add) {
    var all = new ArrayList<Group<S>>();
    groups.forEach((key, sums) -> all.add(new Group<>(key, sums)));
    if (cohorts == null) {
      all.sort(
          Comparator.comparingLong((Group<S> group) -> size.applyAsLong(group.sums()))
              .reversed()
              .thenComparing(Group::key));
    }
    var told = new ArrayList<>(all);
    if (cohorts == null && all.size() > most) {
      S others = empty.get();
      List<Group<S>> small = told.subList(most, told.size());
      small.forEach(group -> add.accept(others, group.sums()));
      small.clear();
      told.add(new Group<>(Stands.OTHERS, NONE, others));
    }
    if (rest != null) {
      told.add(new Group<>(Stands.REST, NONE, rest));
    }
    return told;
  }
}
