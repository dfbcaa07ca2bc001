package org.leadflow.routing.replay.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.routing.replay.Replay;
import org.leadflow.routing.replay.ReplayResult;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Replays as pages: start one, and see what would have changed. */
@PageController
@RequestMapping("/replays")
class ReplayPages {

  private final ReplayController door;
  private final ObjectMapper json;

  ReplayPages(ReplayController door, ObjectMapper json) {
    this.door = door;
    this.json = json;
  }

  @GetMapping
  ModelAndView list() {
    return new ModelAndView("replays").addObject("replays", door.newest());
  }

  @PostMapping
  ModelAndView start(
      @RequestParam(required = false) @Nullable MultipartFile rules,
      @RequestParam(required = false) @Nullable MultipartFile leads,
      @RequestParam(defaultValue = "") String ruleSet,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until) {
    try {
      Replay started =
          door.start(
                  sent(rules),
                  sent(leads),
                  ruleSet.isBlank() ? null : ruleSet.strip(),
                  version.isBlank() ? null : version.strip(),
                  from == null ? null : from.atStartOfDay().toInstant(ZoneOffset.UTC),
                  until == null ? null : until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
              .getBody();
      return new ModelAndView("redirect:/replays/" + Objects.requireNonNull(started).replayId());
    } catch (Refused refused) {
      ModelAndView page = list();
      page.setStatus(refused.status());
      return page.addObject("refusal", refused.inWords());
    }
  }

  @GetMapping("/{replayId}")
  ModelAndView show(@PathVariable UUID replayId) {
    Replay replay = door.read(replayId);
    return new ModelAndView("replay")
        .addObject("replay", replay)
        .addObject("result", result(replay))
        .addObject("waits", List.of("WAITING", "RUNNING").contains(replay.state().name()));
  }

  private @Nullable ReplayResult result(Replay replay) {
    try {
      return replay.result() == null ? null : json.treeToValue(replay.result(), ReplayResult.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A form sends an empty file where none was chosen. */
  private static @Nullable MultipartFile sent(@Nullable MultipartFile file) {
    return file == null || file.isEmpty() ? null : file;
  }
}
