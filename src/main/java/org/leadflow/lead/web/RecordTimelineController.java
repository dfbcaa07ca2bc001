package org.leadflow.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.leadflow.core.PageView;
import org.leadflow.lead.RecordKind;
import org.leadflow.lead.timeline.RecordTimeline;
import org.leadflow.lead.timeline.TimelineItem;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened around an opportunity, account or contact, all together. */
@RestController
@RequestMapping("/api")
@Tag(name = "Timeline")
class RecordTimelineController {

  private final RecordDoor door;
  private final RecordTimeline timeline;

  RecordTimelineController(RecordDoor door, RecordTimeline timeline) {
    this.door = door;
    this.timeline = timeline;
  }

  @GetMapping("/opportunities/{id}/timeline")
  @Operation(
      summary =
          "Notes and activities of the opportunity, and of the leads it was made from what is known, newest first",
      description =
          "What belongs to a lead has its leadId: notes, attachments, requests and ended activities. Whoever may read the opportunity reads them here.")
  PageView<TimelineItem> ofOpportunity(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return of(RecordKind.OPPORTUNITY, id, page, size);
  }

  @GetMapping("/accounts/{id}/timeline")
  @Operation(
      summary =
          "Notes and activities of the account, and of the leads it was made from what is known, newest first",
      description =
          "What belongs to a lead has its leadId: notes, attachments, requests and ended activities. Whoever may read the account reads them here.")
  PageView<TimelineItem> ofAccount(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return of(RecordKind.ACCOUNT, id, page, size);
  }

  @GetMapping("/contacts/{id}/timeline")
  @Operation(
      summary =
          "Notes and activities of the contact, and of the leads it was made from what is known, newest first",
      description =
          "What belongs to a lead has its leadId: notes, attachments, requests and ended activities. Whoever may read the contact reads them here.")
  PageView<TimelineItem> ofContact(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return of(RecordKind.CONTACT, id, page, size);
  }

  private PageView<TimelineItem> of(RecordKind kind, UUID id, int page, int size) {
    UUID readable = door.readable(kind, id);
    return PageView.of(timeline.of(kind, readable, PageView.request(page, size, Sort.unsorted())));
  }
}
