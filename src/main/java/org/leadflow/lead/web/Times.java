package org.leadflow.lead.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times that every database keeps. */
final class Times {

  static final String RANGE = "must be in the years 1900 to 9999";

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private Times() {}

  static boolean storable(@Nullable Instant time) {
    return time == null || !time.isBefore(FIRST) && time.isBefore(END);
  }
}
