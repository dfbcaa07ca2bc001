package org.leadflow.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An absence as it is written down: whole days, the first and the last. */
record FileAbsence(
    String userId,
    LocalDate firstDay,
    LocalDate lastDay,
    @Nullable String substituteId,
    @Nullable String reason) {

  boolean overlaps(FileAbsence other) {
    return !firstDay.isAfter(other.lastDay) && !other.firstDay.isAfter(lastDay);
  }

  /** What makes it the same absence, whoever stands in. */
  String key() {
    return userId + " " + firstDay + " to " + lastDay;
  }
}
