package org.leadflow.deadline;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table: how much working time there is, for which leads.
 *
 * @param unit the business unit, with those below it; null for all
 * @param grade A to D; null for all
 * @param source the lead source's code; null for all
 * @param remind after what time the owner is reminded; null never
 * @param due after what time it is missed
 * @param reroute after what time the lead goes to somebody else; null never
 */
record Allowance(
    @Nullable String unit,
    @Nullable String grade,
    @Nullable Integer source,
    Deadline deadline,
    @Nullable Duration remind,
    Duration due,
    @Nullable Duration reroute) {

  boolean concerns(@Nullable String leadsGrade, @Nullable Integer leadsSource) {
    return (grade == null || grade.equals(leadsGrade))
        && (source == null || source.equals(leadsSource));
  }

  /** For the same leads. */
  boolean sameAs(Allowance other) {
    return deadline == other.deadline
        && Objects.equals(unit, other.unit)
        && Objects.equals(grade, other.grade)
        && Objects.equals(source, other.source);
  }
}
