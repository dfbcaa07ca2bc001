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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.MergePatch;
import org.leadflow.core.PageView;
import org.leadflow.core.Refused;
import org.leadflow.organization.Edits;
import org.leadflow.organization.Edits.Kind;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.OrganizationLists;
import org.leadflow.organization.OrganizationLists.Filter;
import org.leadflow.organization.PeopleChanges;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Teams: administrators create and change them, whoever manages one says who is in it. */
@RestController
@RequestMapping("/api/organization/teams")
@Tag(name = "Organization")
class TeamController {

  private final Asker asker;
  private final Horizon horizon;
  private final Tagged tagged;
  private final ReferenceFaults references;
  private final Edits edits;
  private final MergePatch patch;
  private final OrganizationLists lists;
  private final OrganizationChanges changes;
  private final PeopleChanges people;

  TeamController(
      Asker asker,
      Horizon horizon,
      Tagged tagged,
      ReferenceFaults references,
      Edits edits,
      MergePatch patch,
      OrganizationLists lists,
      OrganizationChanges changes,
      PeopleChanges people) {
    this.asker = asker;
    this.horizon = horizon;
    this.tagged = tagged;
    this.references = references;
    this.edits = edits;
    this.patch = patch;
    this.lists = lists;
    this.changes = changes;
    this.people = people;
  }

  @GetMapping
  @Operation(summary = "List the teams, by id")
  PageView<TeamRecord> list(
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable String businessUnitId,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    Page<Team> teams =
        lists.teams(
            new Filter(text, businessUnitId, null, null, null),
            horizon.partner(),
            PageView.request(page, size, Sort.by("id")));
    Set<String> ids = teams.stream().map(Team::id).collect(Collectors.toSet());
    Map<String, List<String>> members = lists.usersOf("team_member", ids);
    Map<String, List<String>> managers = lists.usersOf("team_manager", ids);
    return PageView.of(
        teams.map(
            team ->
                TeamRecord.of(
                    team,
                    members.getOrDefault(team.id(), List.of()),
                    managers.getOrDefault(team.id(), List.of()))));
  }

  @GetMapping("/{id}/record")
  @Operation(summary = "One team with everything that can be changed")
  ResponseEntity<TeamRecord> read(@PathVariable String id) {
    return answer(HttpStatus.OK, id);
  }

  @PostMapping
  @Operation(summary = "Create a team", description = "Administrators only.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "A team of a unit",
                      value =
                          """
                          {"id": "nordics", "name": "Nordics", "businessUnitId": "emea"}
                          """)))
  ResponseEntity<TeamRecord> create(@Valid @RequestBody NewTeam team) {
    var faults = new ArrayList<FieldFault>();
    references.id(team.id(), faults);
    String home = references.home(team.businessUnitId(), team.partnerId(), faults);
    Refused.ifAny(faults);
    return edits.inTransaction(
        () -> {
          if (edits.isTaken(Kind.TEAM, team.id())) {
            throw Asker.taken("team", team.id());
          }
          changes.save(new Team(team.id(), team.name(), home, team.partnerId()));
          return answer(HttpStatus.CREATED, team.id());
        });
  }

  @PatchMapping("/{id}")
  @Operation(
      summary = "Rename a team, or move it",
      description =
          "Administrators only. A JSON merge patch (RFC 7396); send the ETag of its record as If-Match. Nothing that the"
              + " team owns moves along.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              schema = @Schema(type = "object"),
              examples =
                  @ExampleObject(name = "Rename", value = "{\"name\": \"Nordic countries\"}")))
  ResponseEntity<TeamRecord> change(
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody JsonNode fields) {
    asker.team(id);
    edits.edit(
        Kind.TEAM,
        id,
        ifMatch,
        () -> {
          Team team = asker.team(id);
          TeamFields written =
              new TeamFields(
                  team.name(),
                  team.partnerId() == null ? team.businessUnitId() : null,
                  team.partnerId());
          TeamFields changed = patch.apply(written, TeamFields.class, fields);
          var faults = new ArrayList<FieldFault>();
          String home = references.home(changed.businessUnitId(), changed.partnerId(), faults);
          Refused.ifAny(faults);
          changes.save(new Team(id, changed.name(), home, changed.partnerId()));
          return id;
        });
    return answer(HttpStatus.OK, id);
  }

  @PutMapping("/{id}/members/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Make somebody a member",
      description =
          "Administrators, operators, managers of the team's unit, and managers named at the team. Only administrators"
              + " bring people of another company in.")
  void join(@PathVariable String id, @PathVariable String userId) {
    Team team = asker.managedTeam(id);
    User user = asker.user(userId);
    if (!Objects.equals(team.partnerId(), user.partnerId()) && !asker.isAdministrator()) {
      throw Asker.forbidden(
          "'%s' works for another company; an administrator may do this.".formatted(userId));
    }
    if (!asker.mayBring(user, team)) {
      throw Asker.forbidden(
          "'%s' is not a seller of the team's unit; a manager of his or an administrator may do this."
              .formatted(userId));
    }
    changes.join(userId, id);
  }

  @DeleteMapping("/{id}/members/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Take somebody out of a team",
      description = "For the same people. His place in the team's turns ends.")
  void leave(@PathVariable String id, @PathVariable String userId) {
    asker.managedTeam(id);
    asker.user(userId);
    changes.leave(userId, id);
  }

  @PutMapping("/{id}/managers/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Name somebody as a manager of a team",
      description =
          "Administrators only. He looks after this team's members, their absences and the team's turns, and after"
              + " nothing else.")
  void name(@PathVariable String id, @PathVariable String userId) {
    asker.team(id);
    asker.user(userId);
    people.name(userId, id);
  }

  @DeleteMapping("/{id}/managers/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take a manager's name from a team", description = "Administrators only.")
  void unname(@PathVariable String id, @PathVariable String userId) {
    asker.team(id);
    asker.user(userId);
    people.unname(userId, id);
  }

  private ResponseEntity<TeamRecord> answer(HttpStatus status, String id) {
    Team team = asker.team(id);
    return tagged.answer(
        status,
        Kind.TEAM,
        id,
        TeamRecord.of(
            team,
            lists.usersOf("team_member", Set.of(id)).getOrDefault(id, List.of()),
            lists.usersOf("team_manager", Set.of(id)).getOrDefault(id, List.of())));
  }
}
