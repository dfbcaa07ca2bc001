package org.leadflow.process.picture;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long something took, many times, in classes of 13 %: enough to tell a median, and days can be
 * added up.
 */
final class StepDurations {

  private final TreeMap<Integer, Long> classes = new TreeMap<>();
  private long all;

  void add(int tookClass, long times) {
    classes.merge(tookClass, times, Long::sum);
    all += times;
  }

  long times() {
    return all;
  }

  /**
   * What that part of them did not exceed, to within 13 %; zero when there are none.
   *
   * @param part between 0 and 1, such as 0.5 for the median
   */
  Duration within(double part) {
    double wanted = part * all;
    long before = 0;
    for (Map.Entry<Integer, Long> each : classes.entrySet()) {
      if (before + each.getValue() >= wanted) {
        double inside = Math.max(0, wanted - before) / each.getValue();
        double place = (each.getKey() + inside) / StepRows.CLASSES;
        return Duration.ofMillis(Math.round(Math.exp(place) - 1));
      }
      before += each.getValue();
    }
    return Duration.ZERO;
  }
}
