package org.leadflow.reporting;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often each time occurred. Times are cut so that few are told apart: below 100 seconds to
 * whole seconds, beyond that to a step of at most a twentieth of them (1 min 45 s, 2 h 46 min 40
 * s). A percentile is the time, so cut, of the one in so many hundred that comes after all faster
 * ones.
 */
final class Durations {

  /** A column of seconds, cut. */
  static final String CUT =
      """
      CASE WHEN %1$s < 100 THEN %1$s WHEN %1$s < 500 THEN %1$s / 5 * 5 WHEN %1$s < 1000 THEN %1$s / 10 * 10
        WHEN %1$s < 5000 THEN %1$s / 50 * 50 WHEN %1$s < 10000 THEN %1$s / 100 * 100
        WHEN %1$s < 50000 THEN %1$s / 500 * 500 WHEN %1$s < 100000 THEN %1$s / 1000 * 1000
        WHEN %1$s < 500000 THEN %1$s / 5000 * 5000 WHEN %1$s < 1000000 THEN %1$s / 10000 * 10000
        WHEN %1$s < 5000000 THEN %1$s / 50000 * 50000 ELSE %1$s / 100000 * 100000 END\
      """;

  private final TreeMap<Integer, Long> times = new TreeMap<>();
  private long many;

  void add(int seconds, long times) {
    this.times.merge(seconds, times, Long::sum);
    many += times;
  }

  void add(Durations other) {
    other.times.forEach(this::add);
  }

  long many() {
    return many;
  }

  /**
   * The time within which so many of a hundred were done; null when there was none.
   *
   * @param percent 1 to 100
   */
  @Nullable Integer percentile(int percent) {
    long rank = Math.max(1, (many * percent + 99) / 100);
    long seen = 0;
    for (Map.Entry<Integer, Long> time : times.entrySet()) {
      seen += time.getValue();
      if (seen >= rank) {
        return time.getKey();
      }
    }
    return null;
  }
}
