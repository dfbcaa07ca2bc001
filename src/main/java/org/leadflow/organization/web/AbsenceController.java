package org.leadflow.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.core.StorableText;
import org.leadflow.organization.AbsenceChanges;
import org.leadflow.organization.Absences;
import org.leadflow.organization.Organization;
import org.leadflow.organization.OrganizationLists;
import org.leadflow.organization.OrganizationLists.Filter;
import org.leadflow.organization.StoredAbsence;
import org.springframework.data.domain.Sort;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences: everybody enters his own, managers those of their people. */
@RestController
@RequestMapping("/api/organization/absences")
@Tag(name = "Organization")
class AbsenceController {

  private final Asker asker;
  private final Absences absences;
  private final AbsenceChanges changes;
  private final Organization organization;
  private final OrganizationLists lists;

  AbsenceController(
      Asker asker,
      Absences absences,
      AbsenceChanges changes,
      Organization organization,
      OrganizationLists lists) {
    this.asker = asker;
    this.absences = absences;
    this.changes = changes;
    this.organization = organization;
    this.lists = lists;
  }

  @GetMapping
  @Operation(
      summary = "List the absences of the users you look after and your own, the latest first",
      description = "Between two days: those that overlap them. Canceled ones only when asked for.")
  PageView<StoredAbsence> list(
      @RequestParam(required = false) @Nullable String userId,
      @RequestParam(required = false) @Nullable String teamId,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
      @RequestParam(defaultValue = "false") boolean canceled,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    return PageView.of(
        lists.absences(
            asker.sphere(),
            new Filter(null, null, teamId, userId, null),
            from,
            until,
            canceled,
            PageView.request(page, size, Sort.by("from"))));
  }

  @GetMapping("/{absenceId}")
  @Operation(summary = "One absence of yours or of somebody you look after")
  StoredAbsence read(@PathVariable UUID absenceId) {
    return absences
        .find(absenceId)
        .filter(
            absence ->
                organization.user(absence.userId()).filter(asker.sphere()::covers).isPresent())
        .orElseThrow(() -> Asker.missing("absence", absenceId));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Enter an absence, your own or that of somebody you look after",
      description =
          """
          Whole days, the first and the last, in the time zone of whoever is away. The substitute must be active and
          somebody else, and nobody whose own substitute, in the end, is whoever is away.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "Two weeks off",
                      value =
                          """
                          {"from": "2027-07-05", "until": "2027-07-16", "substituteId": "kim"}
                          """)))
  StoredAbsence enter(@Valid @RequestBody AbsenceFields fields) {
    String userId = Objects.requireNonNullElse(fields.userId(), asker.id());
    asker.covered(userId);
    AbsenceChanges.Answer answer =
        changes.enter(
            userId,
            Objects.requireNonNull(fields.from()),
            Objects.requireNonNull(fields.until()),
            fields.substituteId(),
            fields.reason(),
            asker.id());
    Refused.ifAny(answer.faults().stream().map(AbsenceController::asSent).toList());
    return Objects.requireNonNull(answer.entered());
  }

  @DeleteMapping("/{absenceId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Cancel an absence, or what is left of it",
      description =
          "It stays on record as canceled; to come back earlier, cancel it and enter a shorter one.")
  void cancel(@PathVariable UUID absenceId) {
    read(absenceId);
    changes.cancel(absenceId, asker.id());
  }

  /** The organisation file has a shorter name for it. */
  private static FieldFault asSent(FieldFault fault) {
    return fault.field().equals("substitute")
        ? new FieldFault("substituteId", fault.message())
        : fault;
  }

  /**
   * An absence as somebody enters it.
   *
   * @param userId null: oneself
   * @param from the first day away
   * @param until the last day away
   */
  @StorableText
  record AbsenceFields(
      @Nullable String userId,
      @NotNull @Nullable LocalDate from,
      @NotNull @Nullable LocalDate until,
      @Nullable String substituteId,
      @Size(max = 500) @Nullable String reason) {}
}
