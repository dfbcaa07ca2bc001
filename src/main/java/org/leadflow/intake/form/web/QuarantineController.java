package org.leadflow.intake.form.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.PageView;
import org.leadflow.intake.form.Quarantine;
import org.leadflow.intake.form.Suspicion;
import org.leadflow.intake.form.WebSubmission;
import org.leadflow.intake.form.WebSubmission.State;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came in by forms: what is held becomes a lead, or is discarded with a reason. */
@RestController
@RequestMapping("/api/web-submissions")
@Tag(name = "Web-to-lead")
class QuarantineController {

  private static final Sort NEWEST_FIRST =
      Sort.by(Sort.Direction.DESC, "receivedOn", "submissionId");

  private final Quarantine quarantine;

  QuarantineController(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  @GetMapping
  @Operation(
      summary = "List what came in by forms, newest first",
      description =
          "state HELD is what waits for a decision. All are kept for a month, unless set otherwise.")
  PageView<SubmissionView> list(
      @RequestParam(required = false) @Nullable State state,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return PageView.of(
        quarantine.page(state, PageView.request(page, size, NEWEST_FIRST)).map(this::view));
  }

  @GetMapping("/{submissionId}")
  @Operation(summary = "One submission")
  SubmissionView read(@PathVariable UUID submissionId) {
    return view(quarantine.get(submissionId));
  }

  @PostMapping("/{submissionId}/release")
  @Operation(
      summary = "Make a lead of a submission that was held",
      description = "It is routed like any other; so is one that was discarded by mistake.")
  SubmissionView release(@PathVariable UUID submissionId) {
    return view(quarantine.release(submissionId));
  }

  @PostMapping("/{submissionId}/discard")
  @Operation(summary = "Say that a submission is no lead")
  SubmissionView discard(@PathVariable UUID submissionId, @RequestBody Discarding discarding) {
    return view(quarantine.discard(submissionId, discarding.reason()));
  }

  private SubmissionView view(WebSubmission submission) {
    return new SubmissionView(
        submission.submissionId(),
        submission.formId(),
        submission.state(),
        submission.suspected(),
        quarantine.typed(submission),
        submission.leadId(),
        submission.reason(),
        submission.receivedOn(),
        submission.decidedOn(),
        submission.decidedBy());
  }

  /** Why a submission is no lead. */
  record Discarding(@Nullable String reason) {}

  /**
   * What came in by a form.
   *
   * @param suspicions why it is held
   * @param typed what was typed, while it is held or discarded
   */
  record SubmissionView(
      UUID submissionId,
      String formId,
      State state,
      List<Suspicion> suspicions,
      Map<String, String> typed,
      @Nullable UUID leadId,
      @Nullable String reason,
      Instant receivedOn,
      @Nullable Instant decidedOn,
      @Nullable String decidedBy) {}
}
