package org.leadflow.core;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says times as the reader's clock shows them, always with the time zone. */
@Component
public class WallClock {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);

  private final ZoneId zone;
  private final Clock clock;

  public WallClock(PageSettings settings, Clock clock) {
    this.zone = settings.zone();
    this.clock = clock;
  }

  public Moment minute(Instant instant) {
    return new Moment(instant.toString(), MINUTES.withZone(zone).format(instant));
  }

  public @Nullable Moment minuteOrNone(@Nullable Instant instant) {
    return instant == null ? null : minute(instant);
  }

  public Moment second(Instant instant) {
    return new Moment(instant.toString(), SECONDS.withZone(zone).format(instant));
  }

  public boolean isPast(Instant instant) {
    return instant.isBefore(clock.instant());
  }
}
