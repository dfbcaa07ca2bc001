package org.leadflow.assignment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.MemberSettings;
import org.leadflow.core.StorableText;

/**
 * A member's settings as they are sent; what is left out is as for a new member.
 *
 * @param weight his share with {@code WEIGHTED}; 0: no turn
 * @param capacity open leads he may have to get a turn; null: any number
 * @param place in the order of {@code FIXED_ORDER}; null: last
 */
record MemberFields(
    @Nullable Integer weight,
    @Nullable Integer capacity,
    @Nullable Integer place,
    @Nullable Boolean paused,
    @Nullable List<@Nullable CapFields> caps) {

  static MemberFields of(MemberSettings settings) {
    return new MemberFields(
        settings.weight(),
        settings.capacity(),
        settings.place(),
        settings.paused(),
        List.copyOf(
            settings.caps().stream()
                .map(cap -> new CapFields(cap.period().name(), cap.kind(), cap.most()))
                .toList()));
  }

  /**
   * At most so many turns a {@code DAY}, {@code WEEK} or {@code MONTH}.
   *
   * @param kind the grade of the leads that count; null: all
   */
  @StorableText
  record CapFields(@Nullable String period, @Nullable String kind, @Nullable Integer most) {}
}
