package org.leadflow.intake.csv.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.CsvSettings.Dates;
import org.leadflow.intake.csv.CsvSettings.Decimal;
import org.leadflow.intake.csv.Mapping;
import org.leadflow.intake.csv.Reading;

/**
 * How an import is started; what is left out is as in the preview.
 *
 * @param source the system the file comes from
 */
record StartImport(
    @Schema(maxLength = 50, example = "dynamics") @Nullable String source,
    @Nullable Settings settings,
    @Nullable Mapping mapping) {

  /** How the file is read. */
  @Schema(name = "ImportReading")
  record Settings(
      @Schema(example = "UTF-8") @Nullable String charset,
      @Schema(example = ";") @Nullable String delimiter,
      @Schema(example = "\"") @Nullable String quote,
      @Schema(example = "true") @Nullable Boolean header,
      @Nullable Dates dates,
      @Nullable Decimal decimal,
      @Schema(example = "0") @Nullable Integer above) {}

  Reading reading() {
    return settings == null
        ? Reading.AS_FOUND
        : new Reading(
            settings.charset,
            settings.delimiter,
            settings.quote,
            settings.header,
            settings.dates,
            settings.decimal,
            settings.above);
  }
}
