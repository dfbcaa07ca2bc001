package org.leadflow.routing.replay.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.routing.explain.DraftRulebooks;
import org.leadflow.routing.explain.DraftRulebooks.Draft;
import org.leadflow.routing.explain.DraftUploads;
import org.leadflow.routing.replay.Replay;
import org.leadflow.routing.replay.Replays;
import org.leadflow.rules.explain.FactsFile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Lets drafts decide again about leads of the past. Managers, operators and administrators get
 * here; each sees the leads he may read.
 */
@RestController
@RequestMapping("/api/replays")
@Tag(name = "Replays")
class ReplayController {

  private final Replays replays;
  private final DraftRulebooks drafts;
  private final DraftUploads uploads;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Clock clock;

  ReplayController(
      Replays replays,
      DraftRulebooks drafts,
      DraftUploads uploads,
      Permissions permissions,
      CurrentCaller callers,
      Clock clock) {
    this.replays = replays;
    this.drafts = drafts;
    this.uploads = uploads;
    this.permissions = permissions;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * What is to be replayed.
   *
   * @param ruleSet the set that decides in another version, null for the rules at work
   * @param version its version, null likewise
   * @param from leads created from then on
   * @param until leads created before; null for now
   */
  record NewReplay(
      @Schema(example = "routing/company") @Nullable String ruleSet,
      @Schema(example = "1a2b3c4d5e6f") @Nullable String version,
      @Schema(example = "2026-10-01T00:00:00Z") @Nullable Instant from,
      @Schema(example = "2026-11-01T00:00:00Z") @Nullable Instant until) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Let a version of a rule set decide again about the leads of a period",
      description =
          """
          Runs in the background; ask for the result under the address in Location. Decides about the facts recorded with
          the decisions about the leads you may read, and compares with what happened. Without ruleSet and version the
          rules at work decide again.
          """)
  @ApiResponse(responseCode = "202", description = "Started; the answer says where to ask")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "October",
                      value =
                          """
                          {"ruleSet": "routing/company", "version": "1a2b3c4d5e6f",
                           "from": "2026-10-01T00:00:00Z", "until": "2026-11-01T00:00:00Z"}
                          """)))
  ResponseEntity<Replay> start(@RequestBody NewReplay wanted) {
    Caller caller = reader();
    Instant until = period(wanted.from, wanted.until);
    Draft draft = drafts.version(caller, wanted.ruleSet, wanted.version);
    return started(caller, replays.start(caller, draft, wanted.from, until));
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "Let a draft decide again, or decide about the leads of a file",
      description =
          """
          A form. The draft is ruleSet and version, or the part rules: a zip of a rules folder with one or more sets.
          Rules are code: of managers only rules that compare facts are run. The leads are those of a period (from, until) or the
          part leads: a CSV file whose first line names facts, such as country,employees; what the draft says of it is
          compared with the rules at work.
          """)
  @ApiResponse(responseCode = "202", description = "Started; the answer says where to ask")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
              schema = @Schema(implementation = ReplayForm.class)))
  ResponseEntity<Replay> start(
      @Parameter(hidden = true) @RequestPart(name = "rules", required = false)
          @Nullable MultipartFile rules,
      @Parameter(hidden = true) @RequestPart(name = "leads", required = false)
          @Nullable MultipartFile leads,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String ruleSet,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String version,
      @Parameter(hidden = true)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant from,
      @Parameter(hidden = true)
          @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
          @Nullable Instant until) {
    Caller caller = reader();
    if (leads != null) {
      FactsFile file = read(leads);
      return started(caller, replays.start(caller, draft(caller, rules, ruleSet, version), file));
    }
    Instant end = period(from, until);
    return started(
        caller, replays.start(caller, draft(caller, rules, ruleSet, version), from, end));
  }

  @GetMapping
  @Operation(
      summary = "The newest replays, without their results",
      description = "Your own; operators and administrators see everybody's. Kept for 90 days.")
  List<Replay> newest() {
    return replays.newest(reader());
  }

  @GetMapping("/{replayId}")
  @Operation(
      summary = "How far a replay is, and its result",
      description =
          """
          WAITING, RUNNING, DONE, FAILED or LOST (its node stopped). The result counts before and after per rule, team and
          person, what would stay unassigned, the flows from team to team, and gives examples by the ids of their leads.
          """)
  Replay read(@PathVariable UUID replayId) {
    return find(reader(), replayId);
  }

  private Replay find(Caller caller, UUID replayId) {
    return replays.find(caller, replayId).orElseThrow(() -> new NotVisible("replay", replayId));
  }

  private Caller reader() {
    Caller caller = callers.get();
    permissions.require(caller, Privilege.READ);
    return caller;
  }

  private ResponseEntity<Replay> started(Caller caller, Optional<UUID> id) {
    UUID started =
        id.orElseThrow(
            () ->
                Refused.conflict(
                    "too-many-replays", "Others wait to be run already; try again in a minute."));
    return ResponseEntity.accepted()
        .location(URI.create("/api/replays/" + started))
        .body(find(caller, started));
  }

  private Draft draft(
      Caller caller,
      @Nullable MultipartFile rules,
      @Nullable String ruleSet,
      @Nullable String version) {
    if (rules == null) {
      return drafts.version(caller, ruleSet, version);
    }
    if (ruleSet != null || version != null) {
      throw Refused.invalid("rules", "must be left out where a version is given");
    }
    return drafts.uploaded(rules, uploads.onlyPlain(caller));
  }

  private FactsFile read(MultipartFile leads) {
    try (Reader text = new InputStreamReader(leads.getInputStream(), StandardCharsets.UTF_8)) {
      FactsFile file = FactsFile.read(text, LocalDate.now(clock));
      Refused.ifAny(file.faults().stream().map(fault -> new FieldFault("leads", fault)).toList());
      return file;
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The end of the period. */
  private Instant period(@Nullable Instant from, @Nullable Instant until) {
    List<FieldFault> faults = new ArrayList<>();
    Instant end = until == null ? clock.instant() : until;
    if (from == null) {
      faults.add(new FieldFault("from", "must be given"));
    } else if (!from.isBefore(end)) {
      faults.add(new FieldFault("until", "must be after from"));
    }
    Refused.ifAny(faults);
    return end;
  }

  /** What the form takes, for the document of the API. */
  record ReplayForm(
      @Schema(type = "string", format = "binary") Object rules,
      @Schema(type = "string", format = "binary") Object leads,
      @Schema(example = "routing/company") String ruleSet,
      @Schema(example = "1a2b3c4d5e6f") String version,
      @Schema(example = "2026-10-01T00:00:00Z") Instant from,
      @Schema(example = "2026-11-01T00:00:00Z") Instant until) {}
}
