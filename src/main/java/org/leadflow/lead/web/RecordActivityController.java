package org.leadflow.lead.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.NotVisible;
import org.leadflow.core.MergePatch;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.lead.RecordKind;
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

/**
 * The phone calls, e-mails, appointments and tasks of an opportunity, account or contact: those of
 * its own and those that were open when its lead was qualified.
 */
abstract class RecordActivityController {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdOn", "activityId");

  private final RecordKind kind;
  private final RecordDoor door;
  private final Activities activities;
  private final ActivityCheck check;
  private final MergePatch patch;

  private RecordActivityController(
      RecordKind kind,
      RecordDoor door,
      Activities activities,
      ActivityCheck check,
      MergePatch patch) {
    this.kind = kind;
    this.door = door;
    this.activities = activities;
    this.check = check;
    this.patch = patch;
  }

  @GetMapping
  @Operation(
      summary = "List the activities of the record, newest first",
      description =
          "stateCode 0 is Open, 1 Completed, 2 Canceled. fromLeadId names the lead an activity was for before.")
  PageView<LeadActivity> list(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer stateCode,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    UUID readable = door.readable(kind, id);
    return PageView.of(
        activities.of(kind, readable, stateCode, PageView.request(page, size, NEWEST_FIRST)));
  }

  @GetMapping("/{activityId}")
  @Operation(summary = "Read an activity of the record")
  ResponseEntity<LeadActivity> read(@PathVariable UUID id, @PathVariable UUID activityId) {
    return answer(HttpStatus.OK, find(door.readable(kind, id), activityId));
  }

  @PostMapping
  @Operation(
      summary = "Plan a phone call, e-mail, appointment or task for the record",
      description =
          "activityTypeCode is phonecall, email, appointment or task; scheduledEnd is when it is due; ownerId is you, unless you name another user.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      value =
                          "{\"activityTypeCode\": \"phonecall\", \"subject\": \"Ask for the budget\"}")))
  ResponseEntity<LeadActivity> add(
      @PathVariable UUID id, @Valid @RequestBody ActivityFields fields) {
    check.requirePossible(fields);
    return answer(HttpStatus.CREATED, door.with(kind, id, () -> activities.add(kind, id, fields)));
  }

  @PatchMapping("/{activityId}")
  @Operation(
      summary = "Change an open activity of the record",
      description =
          "A JSON merge patch (RFC 7396); its type stays. Send the ETag as If-Match to be sure.")
  ResponseEntity<LeadActivity> change(
      @PathVariable UUID id,
      @PathVariable UUID activityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode changes) {
    return withOpen(
        id,
        activityId,
        ifMatch,
        activity -> {
          var fields = patch.apply(activity.fields(), ActivityFields.class, changes);
          check.requirePossible(activity, fields);
          return activities.change(activity, fields);
        });
  }

  @PostMapping("/{activityId}/complete")
  @Operation(summary = "Note that an activity of the record was done")
  ResponseEntity<LeadActivity> complete(
      @PathVariable UUID id,
      @PathVariable UUID activityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return withOpen(id, activityId, ifMatch, activities::complete);
  }

  @PostMapping("/{activityId}/cancel")
  @Operation(summary = "Note that an activity of the record will not be done")
  ResponseEntity<LeadActivity> cancel(
      @PathVariable UUID id,
      @PathVariable UUID activityId,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return withOpen(id, activityId, ifMatch, activities::cancel);
  }

  private ResponseEntity<LeadActivity> withOpen(
      UUID id, UUID activityId, @Nullable String ifMatch, UnaryOperator<LeadActivity> work) {
    LeadActivity done =
        door.with(
            kind,
            id,
            () -> {
              LeadActivity activity = find(id, activityId);
              Versions.check(ifMatch, activity.version());
              if (!activity.isOpen()) {
                throw Refused.conflict(
                    "activity-closed",
                    "The activity is " + activity.state().label() + " and stays as it is.");
              }
              return work.apply(activity);
            });
    return answer(HttpStatus.OK, done);
  }

  private LeadActivity find(UUID id, UUID activityId) {
    return activities
        .find(kind, id, activityId)
        .orElseThrow(() -> new NotVisible("activity", activityId));
  }

  private static ResponseEntity<LeadActivity> answer(HttpStatus status, LeadActivity activity) {
    return ResponseEntity.status(status).eTag(Versions.tag(activity.version())).body(activity);
  }

  @RestController
  @RequestMapping("/api/opportunities/{id}/activities")
  @Tag(name = "Activities")
  static class OfOpportunity extends RecordActivityController {
    OfOpportunity(RecordDoor door, Activities activities, ActivityCheck check, MergePatch patch) {
      super(RecordKind.OPPORTUNITY, door, activities, check, patch);
    }
  }

  @RestController
  @RequestMapping("/api/accounts/{id}/activities")
  @Tag(name = "Activities")
  static class OfAccount extends RecordActivityController {
    OfAccount(RecordDoor door, Activities activities, ActivityCheck check, MergePatch patch) {
      super(RecordKind.ACCOUNT, door, activities, check, patch);
    }
  }

  @RestController
  @RequestMapping("/api/contacts/{id}/activities")
  @Tag(name = "Activities")
  static class OfContact extends RecordActivityController {
    OfContact(RecordDoor door, Activities activities, ActivityCheck check, MergePatch patch) {
      super(RecordKind.CONTACT, door, activities, check, patch);
    }
  }
}
