package org.leadflow.reporting;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What somebody asks a report for, as he wrote it; everything may be left out. */
public record Question(
    @Parameter(description = "The first day", example = "2026-01-01") @Nullable String from,
    @Parameter(description = "The last day, which belongs to it", example = "2026-12-31")
        @Nullable String to,
    @Parameter(description = "What the report is grouped by", example = "month")
        @Nullable String by,
    @Parameter(description = "Only of this business unit and those below it", example = "emea")
        @Nullable String unit,
    @Parameter(description = "Whose days these are", example = "Europe/Berlin")
        @Nullable String zone,
    @Parameter(
            description = "Which time: assignment, contact or qualification",
            example = "contact")
        @Nullable String measure) {

  /** As the pages ask when nobody says anything. */
  public static Question usual() {
    return new Question(null, null, null, null, null, null);
  }
}
