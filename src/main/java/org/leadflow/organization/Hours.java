package org.leadflow.organization;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of working time within one day, such as {@code 09:00-12:30}. Work at night is two of them:
 * one until 24:00 and one from 00:00 on the next day.
 *
 * @param begin minutes after midnight, 0 to 1439
 * @param end minutes after midnight, after begin, at most 1440; not in the span itself
 */
public record Hours(int begin, int end) implements Comparable<Hours> {

  static final String FORM = "HH:mm-HH:mm, such as 09:00-12:30; a day ends at 24:00";

  private static final int MIDNIGHT = 24 * 60;
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,2}):(\\d{2}) *- *(\\d{1,2}):(\\d{2})");

  /**
   * @throws IllegalArgumentException when the end is not after the begin, or outside the day
   */
  public Hours {
    if (begin < 0 || end <= begin || end > MIDNIGHT) {
      throw new IllegalArgumentException("No hours of one day: minutes " + begin + " to " + end);
    }
  }

  /**
   * @throws IllegalArgumentException for a text that is none
   */
  public static Hours of(String written) {
    return read(written)
        .filter(Span::fits)
        .map(span -> new Hours(span.begin, span.end))
        .orElseThrow(() -> new IllegalArgumentException("Hours are written " + FORM));
  }

  /** Begin and end as written, whether or not they make sense; empty for what has no such form. */
  static Optional<Span> read(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int[] numbers = new int[4];
    for (int group = 0; group < 4; group++) {
      numbers[group] = Integer.parseInt(parts.group(group + 1));
    }
    if (numbers[1] > 59 || numbers[3] > 59) {
      return Optional.empty();
    }
    var span = new Span(numbers[0] * 60 + numbers[1], numbers[2] * 60 + numbers[3]);
    return span.begin > MIDNIGHT || span.end > MIDNIGHT ? Optional.empty() : Optional.of(span);
  }

  boolean overlaps(Hours other) {
    return begin < other.end && other.begin < end;
  }

  @Override
  public int compareTo(Hours other) {
    return begin == other.begin
        ? Integer.compare(end, other.end)
        : Integer.compare(begin, other.begin);
  }

  @Override
  public String toString() {
    return "%02d:%02d-%02d:%02d".formatted(begin / 60, begin % 60, end / 60, end % 60);
  }

  /** Two times of a day before anybody knows whether one is after the other. */
  record Span(int begin, int end) {

    boolean fits() {
      return begin < end;
    }
  }
}
