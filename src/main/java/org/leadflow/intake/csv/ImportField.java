package org.leadflow.intake.csv;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * A field that a column can be laid on.
 *
 * @param name as in the API; {@code externalId} and {@code fullName} besides
 * @param label what people call it
 * @param options number to label where it has options
 */
public record ImportField(
    @Schema(example = "leadSourceCode") String name,
    @Schema(example = "Lead Source") String label,
    Kind kind,
    Map<Integer, String> options) {

  static ImportField of(String name, Kind kind, Map<Integer, String> options) {
    return new ImportField(name, KnownHeadings.label(name), kind, options);
  }

  /** Whether its cells hold one of some words. */
  boolean hasWords() {
    return kind == Kind.OPTION || kind == Kind.YES_NO;
  }

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
