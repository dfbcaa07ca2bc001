package org.leadflow.intake.csv;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.Charset;

/**
 * How a file is read.
 *
 * @param charset such as {@code UTF-8}
 * @param delimiter what stands between cells, one character
 * @param quote what stands around a cell, one character, or empty when nothing does
 * @param header whether the first row holds the headings
 * @param dates which way 03/04/2026 is read; AUTO refuses it and takes what can be read only one
 *     way
 * @param decimal what stands before the fraction of a number
 * @param above how many rows stand above the headings, such as the title of a report
 */
public record CsvSettings(
    @Schema(example = "UTF-8") String charset,
    @Schema(example = ";") String delimiter,
    @Schema(example = "\"") String quote,
    boolean header,
    Dates dates,
    Decimal decimal,
    int above) {

  /** The order of day and month in a date that is not written the ISO way. */
  public enum Dates {
    AUTO,
    DMY,
    MDY
  }

  /** The decimal mark; the other one may separate thousands. */
  public enum Decimal {
    POINT,
    COMMA
  }

  Charset decoding() {
    return Encoding.named(charset).orElseThrow();
  }
}
