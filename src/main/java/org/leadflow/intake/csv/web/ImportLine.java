package org.leadflow.intake.csv.web;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;
import org.leadflow.core.WallClock;
import org.leadflow.intake.csv.ImportJob;
import org.leadflow.intake.csv.Progress;

/**
 * An import in words.
 *
 * @param percent of its rows that have an outcome, rounded down
 * @param left how long the rest takes, null while nobody knows
 */
record ImportLine(
    ImportJob job,
    String status,
    Progress progress,
    int percent,
    @Nullable String left,
    Moment on) {

  static ImportLine of(ImportJob job, Progress progress, WallClock times) {
    return new ImportLine(
        job,
        status(job.status()),
        progress,
        progress.total() == 0 ? 0 : (int) (progress.done() * 100 / progress.total()),
        progress.secondsLeft() == null ? null : inWords(progress.secondsLeft()),
        times.minute(job.createdOn()));
  }

  private static String status(ImportJob.Status status) {
    return switch (status) {
      case RECEIVING -> "coming in";
      case READY -> "to be started";
      case RUNNING -> "running";
      case PAUSED -> "paused";
      case CANCELLED -> "cancelled";
      case DONE -> "done";
    };
  }

  /** The percent in steps of ten, for those who have it read out. */
  public int tens() {
    return percent / 10 * 10;
  }

  public String rate() {
    return progress.rowsPerSecond() == null
        ? ""
        : String.format(Locale.ENGLISH, "%,.0f rows a second", progress.rowsPerSecond());
  }

  /** Roughly, as people say it. */
  static String inWords(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    if (time.compareTo(Duration.ofSeconds(90)) < 0) {
      return "about %d seconds left".formatted(Math.max(1, seconds));
    }
    if (time.compareTo(Duration.ofMinutes(90)) < 0) {
      return "about %d minutes left".formatted(Math.round(seconds / 60.0));
    }
    return "about %d hours left".formatted(Math.round(seconds / 3600.0));
  }
}
