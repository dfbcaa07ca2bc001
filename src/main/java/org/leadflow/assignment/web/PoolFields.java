package org.leadflow.assignment.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.PoolSettings;
import org.leadflow.core.StorableText;

/**
 * A pool's settings as they are sent; what is left out is as for a new pool.
 *
 * @param nobody {@code WAIT}, {@code NEXT_POOL} or {@code TRIAGE}: what happens when nobody is
 *     available
 * @param nextTeamId the team asked next, with {@code NEXT_POOL} only
 * @param hoursAhead null: calendars do not matter; 0: only who works now; n: who works within n
 *     hours
 */
@StorableText
record PoolFields(
    @Nullable String strategy,
    @Nullable Boolean paused,
    @Nullable String nobody,
    @Nullable String nextTeamId,
    @Nullable Integer hoursAhead,
    @Nullable String catchUp,
    @Nullable Boolean countsManual,
    @Nullable Boolean countsSticky,
    @Nullable String credit,
    @Nullable String timeZone,
    @Nullable List<@Nullable String> requiredSkills,
    @Nullable List<@Nullable String> preferredSkills,
    @Nullable Map<String, @Nullable Integer> kindPoints) {

  static PoolFields of(PoolSettings settings) {
    return new PoolFields(
        settings.strategy().name(),
        settings.paused(),
        settings.otherwise().kind().name(),
        settings.otherwise().teamId(),
        settings.hoursAhead(),
        settings.catchUp().name(),
        settings.countsManual(),
        settings.countsSticky(),
        settings.credit().name(),
        settings.timeZone().getId(),
        List.copyOf(settings.requiredSkills()),
        List.copyOf(settings.preferredSkills()),
        Map.copyOf(settings.kindPoints()));
  }
}
