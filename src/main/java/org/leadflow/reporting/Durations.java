package org.leadflow.reporting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How long something took each time, in seconds; nothing is rounded. */
final class Durations {

  private int[] times = new int[8];
  private int many;
  private boolean sorted;

  void add(int seconds) {
    room(1);
    times[many++] = seconds;
    sorted = false;
  }

  void add(Durations other) {
    room(other.many);
    System.arraycopy(other.times, 0, times, many, other.many);
    many += other.many;
    sorted = false;
  }

  private void room(int more) {
    if (many + more > times.length) {
      times = Arrays.copyOf(times, Math.max(many + more, times.length * 2));
    }
  }

  long many() {
    return many;
  }

  /**
   * The shortest time within which so many of a hundred were done; null when there was none.
   *
   * @param percent 1 to 100
   */
  @Nullable Integer percentile(int percent) {
    if (many == 0) {
      return null;
    }
    if (!sorted) {
      Arrays.sort(times, 0, many);
      sorted = true;
    }
    return times[(int) Math.max(1, ((long) many * percent + 99) / 100) - 1];
  }
}
