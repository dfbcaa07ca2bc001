package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.leadflow.core.PageView;
import org.leadflow.lead.timeline.Timeline;
import org.leadflow.lead.timeline.TimelineItem;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened around a lead, all together. */
@RestController
@RequestMapping("/api/leads/{leadId}/timeline")
@Tag(name = "Timeline")
class TimelineController {

  private final LeadDoor door;
  private final Timeline timeline;

  TimelineController(LeadDoor door, Timeline timeline) {
    this.door = door;
    this.timeline = timeline;
  }

  @GetMapping
  @Operation(
      summary =
          "Notes, activities, requests, changes of state and owner, and decisions together, newest first")
  PageView<TimelineItem> timeline(
      @PathVariable UUID leadId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    UUID readable = door.readable(leadId);
    return PageView.of(timeline.of(readable, PageView.request(page, size, Sort.unsorted())));
  }
}
