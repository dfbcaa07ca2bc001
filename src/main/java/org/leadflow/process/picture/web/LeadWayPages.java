package org.leadflow.process.picture.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Privilege;
import org.leadflow.core.Moment;
import org.leadflow.core.PageController;
import org.leadflow.core.WallClock;
import org.leadflow.lead.LeadAccess;
import org.leadflow.process.picture.LeadWay;
import org.leadflow.process.picture.LeadWay.Step;
import org.leadflow.process.picture.LeadWay.Stretch;
import org.leadflow.process.picture.Spans;
import org.leadflow.process.picture.WayPictures;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A lead's way on the diagrams: as a page, and its newest part as a picture for other pages. */
@PageController
class LeadWayPages {

  private final LeadWayController door;
  private final LeadAccess access;
  private final WayPictures pictures;
  private final WallClock times;

  LeadWayPages(LeadWayController door, LeadAccess access, WayPictures pictures, WallClock times) {
    this.door = door;
    this.access = access;
    this.pictures = pictures;
    this.times = times;
  }

  @GetMapping("/leads/{leadId}/process")
  String show(@PathVariable UUID leadId, Model model) {
    LeadWay way = door.way(leadId);
    model.addAttribute("lead", access.require(leadId, Privilege.READ));
    model.addAttribute(
        "now", way.standsAt().stream().filter(step -> !step.calls()).map(this::line).toList());
    model.addAttribute("parts", way.processes().stream().map(this::part).toList());
    return "lead-process";
  }

  @GetMapping(path = "/leads/{leadId}/process.svg", produces = "image/svg+xml")
  ResponseEntity<String> picture(@PathVariable UUID leadId) {
    return pictures
        .newest(door.way(leadId))
        .map(pictures::of)
        .map(ResponseEntity::ok)
        .orElseThrow(() -> new NotVisible("process of lead", leadId));
  }

  private Part part(Stretch stretch) {
    return new Part(
        stretch.id(),
        stretch.called(),
        stretch.version(),
        stretch.runs(),
        pictures.of(stretch),
        // What only brings lines together has no name and tells a reader nothing.
        stretch.steps().stream().filter(step -> step.name() != null).map(this::line).toList());
  }

  private Line line(Step step) {
    return new Line(
        step.called(),
        step.run(),
        times.second(step.begunOn()),
        step.endedOn() == null ? null : times.second(step.endedOn()),
        Spans.words(step.took()),
        step.who(),
        step.failed() ? "failed" : step.isNow() ? "now" : step.cutOff() ? "cut off" : null);
  }

  /** A diagram with what the lead did there. */
  record Part(String id, String name, int version, int runs, String picture, List<Line> steps) {}

  /** A step as the table tells it. */
  record Line(
      String name,
      int run,
      Moment begun,
      @Nullable Moment ended,
      String took,
      @Nullable String who,
      @Nullable String mark) {}
}
