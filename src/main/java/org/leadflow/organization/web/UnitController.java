package org.leadflow.organization.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.MergePatch;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.CalendarChanges;
import org.leadflow.organization.Edits;
import org.leadflow.organization.Edits.Kind;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.organization.OrganizationChanges;
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
import org.springframework.web.bind.annotation.RestController;

/** Business units, which administrators create and change. */
@RestController
@RequestMapping("/api/organization/units")
@Tag(name = "Organization")
class UnitController {

  private final Tagged tagged;
  private final ReferenceFaults references;
  private final Edits edits;
  private final MergePatch patch;
  private final Organization organization;
  private final OrganizationChanges changes;
  private final CalendarChanges calendars;
  private final Horizon horizon;

  UnitController(
      Tagged tagged,
      ReferenceFaults references,
      Edits edits,
      MergePatch patch,
      Organization organization,
      OrganizationChanges changes,
      CalendarChanges calendars,
      Horizon horizon) {
    this.tagged = tagged;
    this.references = references;
    this.edits = edits;
    this.patch = patch;
    this.organization = organization;
    this.changes = changes;
    this.calendars = calendars;
    this.horizon = horizon;
  }

  @GetMapping("/{id}")
  @Operation(summary = "One business unit")
  ResponseEntity<UnitRecord> read(@PathVariable String id) {
    return answer(HttpStatus.OK, id);
  }

  @PostMapping
  @Operation(summary = "Create a business unit", description = "Administrators only.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A unit",
                      value = "{\"id\": \"dach\", \"name\": \"DACH\", \"parentId\": \"emea\"}")))
  ResponseEntity<UnitRecord> create(@Valid @RequestBody NewUnit unit) {
    var faults = new ArrayList<FieldFault>();
    references.id(unit.id(), faults);
    references.unit("parentId", unit.parentId(), faults);
    references.calendar(unit.calendarId(), faults);
    Refused.ifAny(faults);
    return edits.inTransaction(
        () -> {
          if (edits.isTaken(Kind.UNIT, unit.id())) {
            throw Asker.taken("unit", unit.id());
          }
          save(unit.id(), new UnitFields(unit.name(), unit.parentId(), unit.calendarId()));
          return answer(HttpStatus.CREATED, unit.id());
        });
  }

  @PatchMapping("/{id}")
  @Operation(
      summary = "Rename a unit, move it below another, or choose its calendar",
      description =
          "Administrators only. A JSON merge patch (RFC 7396); send its ETag as If-Match. The units stay one tree.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              schema = @Schema(type = "object"),
              examples =
                  @ExampleObject(
                      name = "A calendar",
                      value = "{\"calendarId\": \"berlin-office\"}")))
  ResponseEntity<UnitRecord> change(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode fields) {
    unit(id);
    edits.edit(
        Kind.UNIT,
        id,
        ifMatch,
        () -> {
          BusinessUnit unit = unit(id);
          UnitFields written =
              new UnitFields(unit.name(), unit.parentId(), calendars.ofUnit(id).orElse(null));
          UnitFields changed = patch.apply(written, UnitFields.class, fields);
          Refused.ifAny(faults(unit, changed));
          save(id, changed);
          return id;
        });
    return answer(HttpStatus.OK, id);
  }

  private List<FieldFault> faults(BusinessUnit unit, UnitFields changed) {
    var faults = new ArrayList<FieldFault>();
    references.calendar(changed.calendarId(), faults);
    if (unit.parentId() == null) {
      if (changed.parentId() != null) {
        faults.add(new FieldFault("parentId", "must stay null: this is the root of the tree"));
      }
      return faults;
    }
    references.unit("parentId", changed.parentId(), faults);
    if (changed.parentId() != null
        && organization.unitsBelow(unit.id()).contains(changed.parentId())) {
      faults.add(new FieldFault("parentId", "is this unit itself, or one below it"));
    }
    return faults;
  }

  private void save(String id, UnitFields fields) {
    changes.save(new BusinessUnit(id, fields.name(), fields.parentId()));
    if (!calendars.ofUnit(id).equals(Optional.ofNullable(fields.calendarId()))) {
      calendars.setOfUnit(id, fields.calendarId());
    }
  }

  private BusinessUnit unit(String id) {
    return organization
        .unit(id)
        .filter(horizon::shows)
        .orElseThrow(() -> Asker.missing("unit", id));
  }

  private ResponseEntity<UnitRecord> answer(HttpStatus status, String id) {
    BusinessUnit unit = unit(id);
    return tagged.answer(
        status,
        Kind.UNIT,
        id,
        new UnitRecord(id, unit.name(), unit.parentId(), calendars.ofUnit(id).orElse(null)));
  }

  /**
   * What an administrator writes of a unit.
   *
   * @param calendarId null: works as the unit above
   */
  @StorableText
  record UnitFields(
      @NotBlank @Size(max = 160) @Nullable String name,
      @Nullable String parentId,
      @Nullable String calendarId) {}

  /** A unit that is to be created; see {@link UnitFields}. */
  @StorableText
  record NewUnit(
      @Nullable String id,
      @NotBlank @Size(max = 160) @Nullable String name,
      @Nullable String parentId,
      @Nullable String calendarId) {}

  /** A unit with everything that can be changed. */
  record UnitRecord(
      String id, String name, @Nullable String parentId, @Nullable String calendarId) {}
}
