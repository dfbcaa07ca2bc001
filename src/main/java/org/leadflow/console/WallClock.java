package org.leadflow.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says times as the reader's clock shows them, always with the time zone. */
@Component
class WallClock {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);

  private final ZoneId zone;
  private final Clock clock;

  WallClock(ConsoleSettings settings, Clock clock) {
    this.zone = settings.zone();
    this.clock = clock;
  }

  Moment minute(Instant instant) {
    return new Moment(instant.toString(), MINUTES.withZone(zone).format(instant));
  }

  @Nullable Moment minuteOrNone(@Nullable Instant instant) {
    return instant == null ? null : minute(instant);
  }

  Moment second(Instant instant) {
    return new Moment(instant.toString(), SECONDS.withZone(zone).format(instant));
  }

  boolean isPast(Instant instant) {
    return instant.isBefore(clock.instant());
  }
}
