package org.leadflow.process.picture;

import java.time.Duration;

/** Says how long something took, in the two largest units that matter. */
public final class Spans {

  private Spans() {}

  /** Such as "40 ms", "12 s", "3 min", "2 h 5 min" or "4 d 3 h". */
  public static String words(Duration span) {
    if (span.toMillis() < 1000) {
      return span.toMillis() + " ms";
    }
    if (span.toMinutes() < 1) {
      return span.toSeconds() + " s";
    }
    if (span.toHours() < 1) {
      return span.toMinutes() + " min";
    }
    return span.toDays() < 1
        ? two(span.toHours(), "h", span.toMinutesPart(), "min")
        : two(span.toDays(), "d", span.toHoursPart(), "h");
  }

  private static String two(long many, String unit, long rest, String smaller) {
    return many + " " + unit + (rest == 0 ? "" : " " + rest + " " + smaller);
  }
}
