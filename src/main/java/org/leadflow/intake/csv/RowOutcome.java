package org.leadflow.intake.csv;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param row counted from 1, without headings and empty rows
 * @param line the line of the file in which it begins
 * @param leadId the lead it became or was, null when it was rejected without one
 * @param reasons why it was rejected
 * @param cells as they stand in the file; kept only of rejected rows that can be corrected
 */
public record RowOutcome(
    @Schema(example = "17") long row,
    @Schema(example = "18") long line,
    Kind outcome,
    @Nullable UUID leadId,
    @Schema(example = "[\"Email: must be an e-mail address\"]") List<String> reasons,
    @Nullable List<String> cells) {

  /** What became of it, in a word. */
  public enum Kind {
    /** A new lead. */
    CREATED,
    /** This source sent the lead before; what is new in the row is on it now. */
    UPDATED,
    /** This source sent the lead before, and the row says nothing new. */
    UNCHANGED,
    /** Nothing was stored. */
    REJECTED
  }

  static RowOutcome rejected(CsvRow row, List<String> reasons) {
    List<String> cells = row.cells().stream().map(StrictReader::readable).toList();
    return new RowOutcome(row.number(), row.line(), Kind.REJECTED, null, reasons, cells);
  }

  /** Its cells are not kept: nothing in them can be corrected, and they would outlive the lead. */
  static RowOutcome rejectedBy(UUID leadId, CsvRow row, String reason) {
    return new RowOutcome(row.number(), row.line(), Kind.REJECTED, leadId, List.of(reason), null);
  }

  static RowOutcome of(CsvRow row, Kind outcome, UUID leadId) {
    return new RowOutcome(row.number(), row.line(), outcome, leadId, List.of(), null);
  }
}
