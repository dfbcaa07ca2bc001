package org.leadflow.assignment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.NotVisible;
import org.leadflow.assignment.Fairness;
import org.leadflow.assignment.FairnessReport;
import org.leadflow.assignment.Gate;
import org.leadflow.assignment.PoolSettingsChanges;
import org.leadflow.assignment.PoolSettingsRecords;
import org.leadflow.assignment.PoolSettingsRecords.PoolRecord;
import org.leadflow.assignment.web.PoolViews.GateView;
import org.leadflow.assignment.web.PoolViews.PoolLine;
import org.leadflow.assignment.web.PoolViews.PoolView;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.organization.Organization;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How pools give their turns; set up by the managers of the team, read by its members too. */
@RestController
@RequestMapping("/api/pools")
@Tag(name = "Pools", description = "How teams share their leads, and how fair they were")
class PoolController {

  private static final Duration WINDOW = Duration.ofDays(30);
  private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

  private final PoolDoor door;
  private final PoolSettingsRecords pools;
  private final PoolSettingsChanges changes;
  private final Fairness fairness;
  private final Organization organization;
  private final Clock clock;

  PoolController(
      PoolDoor door,
      PoolSettingsRecords pools,
      PoolSettingsChanges changes,
      Fairness fairness,
      Organization organization,
      Clock clock) {
    this.door = door;
    this.pools = pools;
    this.changes = changes;
    this.fairness = fairness;
    this.organization = organization;
    this.clock = clock;
  }

  @GetMapping
  @Operation(summary = "List the pools of the teams you manage or are a member of")
  List<PoolLine> list() {
    return door.visible().stream().map(PoolLine::of).toList();
  }

  @GetMapping("/{teamId}")
  @Operation(summary = "Read a pool's settings and members")
  ResponseEntity<PoolView> read(@PathVariable String teamId) {
    return answer(door.seen(teamId));
  }

  @PutMapping("/{teamId}")
  @Operation(
      summary = "Set a pool up",
      description =
          "Managers of the team only. What is left out is as for a new pool. Nobody's turn is moved. Send the version as"
              + " If-Match.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "By weight, within the next four working hours",
                      value =
                          "{\"strategy\": \"WEIGHTED\", \"hoursAhead\": 4, \"nobody\": \"WAIT\", \"timeZone\": \"Europe/Berlin\"}")))
  ResponseEntity<PoolView> save(
      @PathVariable String teamId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PoolFields given) {
    PoolRecord pool = door.managed(teamId);
    long seen = requireSeen(pool, ifMatch);
    changes.save(teamId, PoolCheck.settings(given, id -> isNextTo(pool, id)), seen);
    return answer(door.seen(teamId));
  }

  @PutMapping("/{teamId}/members/{userId}")
  @Operation(
      summary = "Set up how a member takes turns",
      description =
          "Managers of the team only. What is left out is as for a new member. Send the pool's version as If-Match.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "Half time, at most 20 open leads and 3 of grade A a day",
                      value =
                          "{\"weight\": 50, \"capacity\": 20, \"caps\": [{\"period\": \"DAY\", \"kind\": \"A\", \"most\": 3}]}")))
  ResponseEntity<PoolView> saveMember(
      @PathVariable String teamId,
      @PathVariable String userId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody MemberFields given) {
    PoolRecord pool = door.managed(teamId);
    if (pools.members(teamId).stream().noneMatch(member -> member.userId().equals(userId))) {
      throw new NotVisible("member", userId);
    }
    changes.save(teamId, userId, PoolCheck.member(given), requireSeen(pool, ifMatch));
    return answer(door.seen(teamId));
  }

  @PostMapping("/{teamId}/pause")
  @Operation(
      summary = "Let a pool give no turns",
      description =
          "Managers of the team only. Its leads go where the settings say for when nobody is available.")
  ResponseEntity<PoolView> pause(@PathVariable String teamId) {
    return pause(door.managed(teamId), true);
  }

  @PostMapping("/{teamId}/resume")
  @Operation(summary = "Let a pool give turns again", description = "Managers of the team only.")
  ResponseEntity<PoolView> resume(@PathVariable String teamId) {
    return pause(door.managed(teamId), false);
  }

  @GetMapping("/{teamId}/fairness")
  @Operation(
      summary = "How the turns of a window were shared, and why not otherwise",
      description =
          "From the begin of the window and before its end; the last 30 days when left out. The target is the member's"
              + " share of every turn at which he was in the team; the reasons say at how many turns something stood"
              + " against him.")
  FairnessReport fairness(
      @PathVariable String teamId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    door.seen(teamId);
    Instant end = to == null ? clock.instant() : to;
    Instant begin = from == null ? end.minus(WINDOW) : from;
    if (!begin.isBefore(end) || begin.isBefore(Instant.EPOCH) || end.isAfter(LATEST)) {
      throw Refused.invalid("from", "must be before to, and both from 1970 to 2999");
    }
    return fairness.of(teamId, begin, end);
  }

  @GetMapping("/gates")
  @Operation(
      summary = "All reasons why a member or a pool gives no turn, and what would have to change")
  List<GateView> gates() {
    return Arrays.stream(Gate.values())
        .map(gate -> new GateView(gate.code(), gate.sentence(), gate.remedy()))
        .toList();
  }

  /** A pool sends leads to its own company only: another one would see whose they are. */
  private boolean isNextTo(PoolRecord pool, String teamId) {
    return !teamId.equals(pool.teamId())
        && organization
            .team(teamId)
            .filter(team -> Objects.equals(team.partnerId(), pool.partnerId()))
            .isPresent();
  }

  private ResponseEntity<PoolView> pause(PoolRecord pool, boolean paused) {
    if (pool.settings().paused() != paused) {
      changes.pause(pool.teamId(), paused, null);
    }
    return answer(door.seen(pool.teamId()));
  }

  private static long requireSeen(PoolRecord pool, @Nullable String ifMatch) {
    long seen = Versions.required(ifMatch);
    Versions.check(ifMatch, pool.version());
    return seen;
  }

  private ResponseEntity<PoolView> answer(PoolRecord pool) {
    return ResponseEntity.ok()
        .eTag(Versions.tag(pool.version()))
        .body(PoolView.of(pool, pools.members(pool.teamId())));
  }
}
