package org.leadflow.organization.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.MergePatch;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.organization.CalendarChanges;
import org.leadflow.organization.Edits;
import org.leadflow.organization.Edits.Kind;
import org.leadflow.organization.Organization;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.OrganizationLists;
import org.leadflow.organization.OrganizationLists.Filter;
import org.leadflow.organization.PeopleChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.Skill;
import org.leadflow.organization.Skills;
import org.leadflow.organization.User;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users: administrators create and change them, managers say what their people know. */
@RestController
@RequestMapping("/api/organization/users")
@Tag(name = "Organization")
class UserController {

  private final Asker asker;
  private final Tagged tagged;
  private final ReferenceFaults references;
  private final Edits edits;
  private final MergePatch patch;
  private final Organization organization;
  private final OrganizationLists lists;
  private final OrganizationChanges changes;
  private final PeopleChanges people;
  private final CalendarChanges calendars;
  private final Skills skills;
  private final DeactivationLog deactivations;

  UserController(
      Asker asker,
      Tagged tagged,
      ReferenceFaults references,
      Edits edits,
      MergePatch patch,
      Organization organization,
      OrganizationLists lists,
      OrganizationChanges changes,
      PeopleChanges people,
      CalendarChanges calendars,
      Skills skills,
      DeactivationLog deactivations) {
    this.asker = asker;
    this.tagged = tagged;
    this.references = references;
    this.edits = edits;
    this.patch = patch;
    this.organization = organization;
    this.lists = lists;
    this.changes = changes;
    this.people = people;
    this.calendars = calendars;
    this.skills = skills;
    this.deactivations = deactivations;
  }

  @GetMapping
  @Operation(
      summary = "List the users you look after, by id",
      description =
          "Administrators and operators: everybody. Managers: their unit and below. Named managers of a team: its"
              + " members. Everybody: himself.")
  PageView<User> list(
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable String businessUnitId,
      @RequestParam(required = false) @Nullable String teamId,
      @RequestParam(required = false) @Nullable Boolean active,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    Page<User> users =
        lists.users(
            asker.sphere(),
            new Filter(text, businessUnitId, teamId, null, active),
            PageView.request(page, size, Sort.by("id")));
    return PageView.of(users);
  }

  @GetMapping("/{id}/record")
  @Operation(
      summary = "One user whom you look after, with everything that can be changed",
      description = "404 for everybody else.")
  ResponseEntity<UserRecord> read(@PathVariable String id) {
    return answer(HttpStatus.OK, asker.covered(id), null);
  }

  @PostMapping
  @Operation(
      summary = "Create a user",
      description = "Administrators only. He cannot log in before he has a password.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A seller",
                      value =
                          """
                          {"id": "nora", "name": "Nora Berg", "email": "nora.berg@meridian.example",
                           "businessUnitId": "emea", "roles": ["SELLER"], "skills": {"language": ["no", "en"]}}
                          """)))
  ResponseEntity<UserRecord> create(@Valid @RequestBody NewUser user) {
    var faults = new ArrayList<FieldFault>();
    references.id(user.id(), faults);
    check(user.fields(), faults);
    return edits.inTransaction(
        () -> {
          if (edits.isTaken(Kind.USER, user.id())) {
            throw Asker.taken("user", user.id());
          }
          save(user.id(), user.fields());
          return answer(HttpStatus.CREATED, asker.user(user.id()), null);
        });
  }

  @PatchMapping("/{id}")
  @Operation(
      summary = "Change a user, switch him on or off",
      description =
          """
          Administrators only. A JSON merge patch (RFC 7396); send the ETag of his record as If-Match. Nobody is
          deleted. Switching somebody off answers in `left` what he still has.
          """)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              schema = @Schema(type = "object"),
              examples = @ExampleObject(name = "Switch off", value = "{\"active\": false}")))
  ResponseEntity<UserRecord> change(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode fields) {
    asker.user(id);
    edits.edit(
        Kind.USER,
        id,
        ifMatch,
        () -> {
          UserFields changed = patch.apply(fields(asker.user(id)), UserFields.class, fields);
          check(changed, new ArrayList<>());
          if (id.equals(asker.id()) && !keepsAccess(changed)) {
            throw Refused.conflict(
                "own-access", "Another administrator must take your own access from you.");
          }
          save(id, changed);
          return id;
        });
    return answer(HttpStatus.OK, asker.user(id), deactivations.left(id));
  }

  @PutMapping("/{id}/skills")
  @Operation(
      summary = "Say what somebody knows",
      description = "Managers of his unit, operators and administrators. These and no others.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "Languages",
                      value = "{\"skills\": {\"language\": [\"de\", \"en\"]}}")))
  ResponseEntity<UserRecord> setSkills(@PathVariable String id, @RequestBody SkillFields fields) {
    asker.managed(id);
    var faults = new ArrayList<FieldFault>();
    if (fields.skills() == null) {
      faults.add(new FieldFault("skills", "must be given; {} for none"));
    }
    Set<Skill> known = UserFields.skills(fields.skills(), faults);
    Refused.ifAny(faults);
    people.setSkills(id, known);
    return answer(HttpStatus.OK, asker.user(id), null);
  }

  private void save(String id, UserFields fields) {
    var faults = new ArrayList<FieldFault>();
    String unit = references.home(fields.businessUnitId(), fields.partnerId(), faults);
    changes.save(
        new User(
            id,
            fields.name(),
            fields.email(),
            unit,
            fields.partnerId(),
            fields.roles() == null ? Set.of() : fields.roles(),
            fields.active()));
    people.setSkills(id, UserFields.skills(fields.skills(), faults));
    if (!calendars.ofUser(id).equals(Optional.ofNullable(fields.calendarId()))) {
      calendars.setOfUser(id, fields.calendarId());
    }
  }

  private void check(UserFields fields, List<FieldFault> faults) {
    references.home(fields.businessUnitId(), fields.partnerId(), faults);
    references.calendar(fields.calendarId(), faults);
    UserFields.skills(fields.skills(), faults);
    Refused.ifAny(faults);
  }

  private static boolean keepsAccess(UserFields fields) {
    return fields.active() && fields.roles() != null && fields.roles().contains(Role.ADMINISTRATOR);
  }

  private UserFields fields(User user) {
    return new UserFields(
        user.name(),
        user.email(),
        user.partnerId() == null ? user.businessUnitId() : null,
        user.partnerId(),
        user.roles(),
        user.active(),
        calendars.ofUser(user.id()).orElse(null),
        UserFields.byName(skills.of(List.of(user.id())).get(user.id())));
  }

  private ResponseEntity<UserRecord> answer(
      HttpStatus status, User user, @Nullable Map<String, Integer> left) {
    return tagged.answer(
        status,
        Kind.USER,
        user.id(),
        UserRecord.of(
            user,
            organization.teamIdsOf(user.id()),
            calendars.ofUser(user.id()).orElse(null),
            skills.of(List.of(user.id())).get(user.id()),
            left));
  }

  /** Values by name. */
  record SkillFields(@Nullable Map<String, List<String>> skills) {}
}
