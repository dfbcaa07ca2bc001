package org.leadflow.intake.csv.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.intake.csv.ImportJob;
import org.leadflow.intake.csv.ImportJob.Status;
import org.leadflow.intake.csv.Progress;

/**
 * An import.
 *
 * @param reason why it does not go on, where something stops it
 */
@Schema(name = "Import")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
    UUID importId,
    @Schema(example = "fair-hannover.csv") String fileName,
    long size,
    Status status,
    @Nullable String reason,
    @Schema(example = "dynamics") @Nullable String source,
    Progress progress,
    String createdBy,
    Instant createdOn,
    @Nullable Instant startedOn,
    @Nullable Instant endedOn) {

  static ImportView of(ImportJob job, Progress progress) {
    return new ImportView(
        job.importId(),
        job.fileName(),
        job.size(),
        job.status(),
        job.reason(),
        job.source(),
        progress,
        job.ownerUser(),
        job.createdOn(),
        job.startedOn(),
        job.endedOn());
  }
}
