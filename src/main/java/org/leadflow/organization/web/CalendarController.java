package org.leadflow.organization.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.MergePatch;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.organization.CalendarChanges;
import org.leadflow.organization.Calendars;
import org.leadflow.organization.Edits;
import org.leadflow.organization.Edits.Kind;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.organization.User;
import org.leadflow.organization.WorkingCalendar;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calendars: our own people read all of them, administrators change them. */
@RestController
@RequestMapping("/api/organization/calendars")
@Tag(name = "Organization")
class CalendarController {

  private final Tagged tagged;
  private final ReferenceFaults references;
  private final Edits edits;
  private final MergePatch patch;
  private final CalendarChanges calendars;
  private final Calendars atWork;
  private final Organization organization;
  private final Horizon horizon;

  CalendarController(
      Tagged tagged,
      ReferenceFaults references,
      Edits edits,
      MergePatch patch,
      CalendarChanges calendars,
      Calendars atWork,
      Organization organization,
      Horizon horizon) {
    this.tagged = tagged;
    this.references = references;
    this.edits = edits;
    this.patch = patch;
    this.calendars = calendars;
    this.atWork = atWork;
    this.organization = organization;
    this.horizon = horizon;
  }

  @GetMapping
  @Operation(
      summary = "List the calendars, by id",
      description =
          "Who works for a channel partner reads those by which its people and the unit that looks after it work.")
  List<CalendarRecord> list() {
    return readable().map(CalendarRecord::of).toList();
  }

  private Stream<WorkingCalendar> readable() {
    String partner = horizon.partner();
    if (partner == null) {
      return calendars.all().stream();
    }
    List<String> people =
        organization.users().stream()
            .filter(user -> partner.equals(user.partnerId()))
            .map(User::id)
            .toList();
    Set<String> theirs = new HashSet<>(atWork.usedBy(people));
    horizon.units().forEach(unit -> atWork.usedByUnit(unit.id()).ifPresent(theirs::add));
    return calendars.all().stream().filter(calendar -> theirs.contains(calendar.id()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One calendar")
  ResponseEntity<CalendarRecord> read(@PathVariable String id) {
    return answer(HttpStatus.OK, id);
  }

  @PostMapping
  @Operation(
      summary = "Create a calendar",
      description =
          """
          Administrators only. `hours` has spans of time by weekday (`mon`) or span of weekdays (`mon-fri`); a day
          ends at 24:00, so work over midnight is two spans. `holidays` is a country or a part of one whose public
          holidays are free, such as `de`, `de-by` or `us-ny`; `daysOff` are further free days.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "An office in Munich",
                      value =
                          """
                          {"id": "munich", "name": "Office in Munich", "timeZone": "Europe/Berlin",
                           "holidays": "de-by",
                           "hours": {"mon-thu": ["09:00-12:30", "13:30-18:00"], "fri": ["09:00-15:00"]},
                           "daysOff": ["2026-12-24"]}
                          """)))
  ResponseEntity<CalendarRecord> create(@Valid @RequestBody NewCalendar calendar) {
    var faults = new ArrayList<FieldFault>();
    references.id(calendar.id(), faults);
    WorkingCalendar read = read(String.valueOf(calendar.id()), calendar.fields(), faults);
    return edits.inTransaction(
        () -> {
          if (edits.isTaken(Kind.CALENDAR, read.id())) {
            throw Asker.taken("calendar", read.id());
          }
          calendars.save(read);
          return answer(HttpStatus.CREATED, read.id());
        });
  }

  @PatchMapping("/{id}")
  @Operation(
      summary = "Change a calendar",
      description =
          "Administrators only. A JSON merge patch (RFC 7396); send its ETag as If-Match. Hours and days off are"
              + " replaced as a whole.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              schema = @Schema(type = "object"),
              examples =
                  @ExampleObject(
                      name = "Shorter Fridays",
                      value =
                          "{\"hours\": {\"mon-thu\": [\"09:00-17:00\"], \"fri\": [\"09:00-14:00\"]}}")))
  ResponseEntity<CalendarRecord> change(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode changes) {
    calendar(id);
    edits.edit(
        Kind.CALENDAR,
        id,
        ifMatch,
        () -> {
          CalendarFields changed =
              patch.apply(CalendarFields.of(calendar(id)), CalendarFields.class, changes);
          calendars.save(read(id, changed, new ArrayList<>()));
          return id;
        });
    return answer(HttpStatus.OK, id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Delete a calendar",
      description = "Administrators only. 409 `in-use` as long as a unit or a user works by it.")
  void delete(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    calendar(id);
    edits.inTransaction(
        () -> {
          Versions.check(ifMatch, edits.version(Kind.CALENDAR, id));
          int used = calendars.delete(id);
          if (used > 0) {
            throw Refused.conflict(
                "in-use",
                "%d units and users work by this calendar; choose others for them first."
                    .formatted(used));
          }
          return id;
        });
  }

  private static WorkingCalendar read(String id, CalendarFields fields, List<FieldFault> faults) {
    var calendar =
        fields.written().read(id, (field, message) -> faults.add(new FieldFault(field, message)));
    Refused.ifAny(faults);
    return calendar.orElseThrow();
  }

  private WorkingCalendar calendar(String id) {
    return readable()
        .filter(calendar -> calendar.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Asker.missing("calendar", id));
  }

  private ResponseEntity<CalendarRecord> answer(HttpStatus status, String id) {
    return tagged.answer(status, Kind.CALENDAR, id, CalendarRecord.of(calendar(id)));
  }
}
