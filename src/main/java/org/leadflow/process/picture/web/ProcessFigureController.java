package org.leadflow.process.picture.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.process.picture.FiguresOfProcesses;
import org.leadflow.process.picture.FiguresOfProcesses.Known;
import org.leadflow.process.picture.ProcessFigures;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What all leads together did in a process, for managers and those who run the product; people of a
 * partner are refused, because the figures are of the whole company.
 */
@RestController
@Tag(name = "Operations")
class ProcessFigureController {

  private static final int DAYS = 30;
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final FiguresOfProcesses figures;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Clock clock;

  ProcessFigureController(
      FiguresOfProcesses figures, Permissions permissions, CurrentCaller callers, Clock clock) {
    this.figures = figures;
    this.permissions = permissions;
    this.callers = callers;
    this.clock = clock;
  }

  @GetMapping("/api/processes/{process}/figures")
  @Operation(
      summary = "How many leads went through each element of a process, and how long it took",
      description =
          """
          Of the whole company, by days of the server; for managers and those who run the product. A step counts on the
          day it ended, whatever ended it, and a minute later. Median and nine of ten are told to within 13 %. What is
          under way now does not depend on the days.
          """)
  ProcessFigures figures(
      @PathVariable String process,
      @Parameter(description = "All versions together without it") @RequestParam(required = false)
          @Nullable Integer version,
      @Parameter(
              description = "The first day, 29 before the last without it",
              example = "2026-11-01")
          @RequestParam(required = false)
          @Nullable LocalDate from,
      @Parameter(description = "The last day, today without it", example = "2026-11-30")
          @RequestParam(required = false)
          @Nullable LocalDate to) {
    mayKnow();
    LocalDate last = Objects.requireNonNullElseGet(to, this::today);
    LocalDate first = Objects.requireNonNullElseGet(from, () -> last.minusDays(DAYS - 1L));
    if (first.isAfter(last)) {
      throw Refused.invalid(
          "invalid",
          "The days are not as they must be.",
          List.of(new FieldFault("from", "must not be after " + last)));
    }
    return figures
        .of(process, version, first, last)
        .orElseThrow(
            () ->
                new NotVisible(
                    "process", version == null ? process : process + " version " + version));
  }

  @GetMapping("/api/processes/{process}/figures.csv")
  @Operation(
      summary = "The same as a table",
      description = "Durations in milliseconds; empty where there are none.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<String> table(
      @PathVariable String process,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to)
      throws IOException {
    ProcessFigures found = figures(process, version, from, to);
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s-%s.csv\""
                .formatted(found.process(), found.from(), found.to()))
        .header("X-Content-Type-Options", "nosniff")
        .body(FigureTable.of(found));
  }

  List<Known> processes() {
    mayKnow();
    return new ArrayList<>(figures.processes());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
  }

  private void mayKnow() {
    Caller caller = callers.get();
    if (permissions.level(caller, Privilege.READ).compareTo(AccessLevel.DEEP) < 0) {
      throw new MissingPrivilege(Privilege.READ);
    }
  }
}
