package org.leadflow.intake.csv;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * A field that a column can be laid on.
 *
 * @param name as in the API; {@code externalId} and {@code fullName} besides
 * @param options number to label where it has options
 */
public record ImportField(
    @Schema(example = "leadSourceCode") String name, Kind kind, Map<Integer, String> options) {

  /** What its cells hold. */
  public enum Kind {
    TEXT,
    INTEGER,
    NUMBER,
    YES_NO,
    DATE,
    TIME,
    OPTION
  }
}
