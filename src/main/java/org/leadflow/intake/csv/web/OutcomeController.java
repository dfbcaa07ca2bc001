package org.leadflow.intake.csv.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.PageView;
import org.leadflow.intake.csv.ImportJob;
import org.leadflow.intake.csv.ImportOutcomes;
import org.leadflow.intake.csv.Imports;
import org.leadflow.intake.csv.RowOutcome;
import org.springframework.data.domain.Sort;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of the rows of a file, and those that were rejected to be corrected. */
@RestController
@RequestMapping("/api/imports/{importId}")
@Tag(name = "Imports")
class OutcomeController {

  private final Imports imports;
  private final ImportOutcomes outcomes;

  OutcomeController(Imports imports, ImportOutcomes outcomes) {
    this.imports = imports;
    this.outcomes = outcomes;
  }

  @GetMapping("/rows")
  @Operation(summary = "List what became of the rows, in the order of the file")
  PageView<RowOutcome> rows(
      @PathVariable UUID importId,
      @RequestParam(required = false) RowOutcome.@Nullable Kind outcome,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return PageView.of(
        outcomes.rows(importId, outcome, PageView.request(page, size, Sort.unsorted())));
  }

  @GetMapping("/rejected.csv")
  @Operation(
      summary = "Download the rejected rows",
      description =
          "As they were sent, with the reason in a last column: correct them and send the file again. What a spreadsheet would run as a formula has an apostrophe before it, which is taken off when the file comes back.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  void rejected(@PathVariable UUID importId, HttpServletResponse response) throws IOException {
    ImportJob job = imports.find(importId);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().cachePrivate().getHeaderValue());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Texts.rejectedName(job.fileName()));
    response.setHeader("X-Content-Type-Options", "nosniff");
    outcomes.writeRejected(job, response.getOutputStream());
  }
}
