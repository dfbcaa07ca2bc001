package org.leadflow.lead.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Privilege;
import org.leadflow.core.MergePatch;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.lead.Lead;
import org.leadflow.lead.activity.Activities;
import org.leadflow.lead.activity.ActivityFields;
import org.leadflow.lead.activity.LeadActivity;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The phone calls, e-mails, appointments and tasks of a lead. */
@RestController
@RequestMapping("/api/leads/{leadId}/activities")
@Tag(name = "Activities")
class ActivityController {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdOn", "activityId");

  private final LeadDoor door;
  private final Activities activities;
  private final ActivityCheck check;
  private final MergePatch patch;

  ActivityController(LeadDoor door, Activities activities, ActivityCheck check, MergePatch patch) {
    this.door = door;
    this.activities = activities;
    this.check = check;
    this.patch = patch;
  }

  @GetMapping
  @Operation(
      summary = "List the activities of a lead, newest first",
      description = "stateCode 0 is Open, 1 Completed, 2 Canceled.")
  PageView<LeadActivity> list(
      @PathVariable UUID leadId,
      @RequestParam(required = false) @Nullable Integer stateCode,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    UUID readable = door.readable(leadId);
    return PageView.of(
        activities.of(readable, stateCode, PageView.request(page, size, NEWEST_FIRST)));
  }

  @GetMapping("/{activityId}")
  @Operation(summary = "Read an activity of a lead")
  ResponseEntity<LeadActivity> read(@PathVariable UUID leadId, @PathVariable UUID activityId) {
    return answer(HttpStatus.OK, find(door.readable(leadId), activityId));
  }

  @PostMapping
  @Operation(
      summary = "Plan a phone call, e-mail, appointment or task for an Open lead",
      description =
          "activityTypeCode is phonecall, email, appointment or task; scheduledEnd is when it is due; ownerId is you, unless you name another user.")
  ResponseEntity<LeadActivity> add(
      @PathVariable UUID leadId, @Valid @RequestBody ActivityFields fields) {
    check.requirePossible(fields);
    return answer(
        HttpStatus.CREATED,
        door.withOpen(leadId, Privilege.APPEND, lead -> activities.add(leadId, fields)));
  }

  @PatchMapping("/{activityId}")
  @Operation(
      summary = "Change an open activity of an Open lead",
      description =
          "A JSON merge patch (RFC 7396); its type stays. Send the ETag as If-Match to be sure.")
  ResponseEntity<LeadActivity> change(
      @PathVariable UUID leadId,
      @PathVariable UUID activityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode changes) {
    return withOpen(
        leadId,
        activityId,
        ifMatch,
        (lead, activity) -> {
          var fields = patch.apply(activity.fields(), ActivityFields.class, changes);
          check.requirePossible(activity, fields);
          return activities.change(activity, fields);
        });
  }

  @PostMapping("/{activityId}/complete")
  @Operation(
      summary = "Note that an activity was done",
      description = "The first call, e-mail or appointment makes a New lead Contacted.")
  ResponseEntity<LeadActivity> complete(
      @PathVariable UUID leadId,
      @PathVariable UUID activityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return withOpen(leadId, activityId, ifMatch, activities::complete);
  }

  @PostMapping("/{activityId}/cancel")
  @Operation(summary = "Note that an activity will not be done")
  ResponseEntity<LeadActivity> cancel(
      @PathVariable UUID leadId,
      @PathVariable UUID activityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return withOpen(leadId, activityId, ifMatch, (lead, activity) -> activities.cancel(activity));
  }

  private ResponseEntity<LeadActivity> withOpen(
      UUID leadId,
      UUID activityId,
      @Nullable String ifMatch,
      BiFunction<Lead, LeadActivity, LeadActivity> work) {
    LeadActivity done =
        door.withOpen(
            leadId,
            Privilege.APPEND,
            lead -> {
              LeadActivity activity = find(leadId, activityId);
              Versions.check(ifMatch, activity.version());
              if (!activity.isOpen()) {
                throw Refused.conflict(
                    "activity-closed",
                    "The activity is " + activity.state().label() + " and stays as it is.");
              }
              return work.apply(lead, activity);
            });
    return answer(HttpStatus.OK, done);
  }

  private LeadActivity find(UUID leadId, UUID activityId) {
    return activities
        .find(leadId, activityId)
        .orElseThrow(() -> new NotVisible("activity", activityId));
  }

  private static ResponseEntity<LeadActivity> answer(HttpStatus status, LeadActivity activity) {
    return ResponseEntity.status(status).eTag(Versions.tag(activity.version())).body(activity);
  }
}
