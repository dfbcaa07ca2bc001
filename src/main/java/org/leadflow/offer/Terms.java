package org.leadflow.offer;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table: on which terms which leads are offered to which partners.
 *
 * @param partner the channel partner; null for all
 * @param unit the unit that looks after the partner, with those below it; null for all
 * @param grade A to D; null for all
 * @param answerWithin how much working time the partner has to answer; null when such leads are his
 *     without being asked
 * @param protectedFor how long an accepted lead stays his; null for not at all
 */
public record Terms(
    @Nullable String partner,
    @Nullable String unit,
    @Nullable String grade,
    @Nullable Duration answerWithin,
    @Nullable Duration protectedFor) {

  boolean concerns(String partnerId, @Nullable String leadsGrade) {
    return (partner == null || partner.equals(partnerId))
        && (grade == null || grade.equals(leadsGrade));
  }

  /** For the same leads. */
  boolean sameAs(Terms other) {
    return Objects.equals(partner, other.partner)
        && Objects.equals(unit, other.unit)
        && Objects.equals(grade, other.grade);
  }
}
