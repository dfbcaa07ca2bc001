package org.leadflow.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What comes next for a lead, over all its deadlines.
 *
 * @param remindOn when its owner is reminded
 * @param missOn when the next deadline is missed
 * @param lapseOn when its owner loses it
 * @param dueOn until when something should be done; null when nothing has to be
 * @param followUpOn when its owner looks at it again; null when nobody says
 */
public record Timetable(
    Instant remindOn,
    Instant missOn,
    Instant lapseOn,
    @Nullable Instant dueOn,
    @Nullable Instant followUpOn) {

  /** A time that never comes, since a timer needs one. */
  public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  public static Timetable of(Collection<Running> running, Instant now) {
    Instant remind = next(running, Running::remindOn);
    Instant waited =
        running.stream()
            .map(Running::begunOn)
            .filter(now::isBefore)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Timetable(
        remind,
        next(running, Running::missOn),
        next(running, Running::rerouteOn),
        orNull(next(running, Running::dueOn)),
        waited != null ? waited : orNull(remind));
  }

  /** Those of which the time has come. */
  static List<Running> come(
      Collection<Running> running, Function<Running, @Nullable Instant> time, Instant now) {
    return running.stream()
        .filter(each -> time.apply(each) != null && !time.apply(each).isAfter(now))
        .toList();
  }

  private static Instant next(
      Collection<Running> running, Function<Running, @Nullable Instant> time) {
    return running.stream()
        .map(time)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(NEVER);
  }

  private static @Nullable Instant orNull(Instant time) {
    return time.equals(NEVER) ? null : time;
  }
}
