package org.leadflow.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.leadflow.organization.web.OrganizationView.TeamView;
import org.leadflow.organization.web.OrganizationView.UnitView;
import org.leadflow.organization.web.OrganizationView.UserView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows who there is, without e-mail addresses and anything about passwords. */
@RestController
@RequestMapping("/api/organization")
@Tag(name = "Organization", description = "Business units, channel partners, teams and users")
class OrganizationController {

  private final Organization organization;
  private final Horizon horizon;

  OrganizationController(Organization organization, Horizon horizon) {
    this.organization = organization;
    this.horizon = horizon;
  }

  @GetMapping
  @Operation(
      summary = "The root unit with everything below it",
      description =
          "Who works for a channel partner reads of that partner and of the unit that looks after it, here"
              + " and in the rest of the organisation.")
  UnitView tree() {
    var view = new OrganizationView(organization);
    String partner = horizon.partner();
    return partner == null ? view.root() : view.around(partner);
  }

  @GetMapping("/users/{id}")
  @Operation(summary = "One user with roles and teams")
  UserView user(@PathVariable String id) {
    User user = organization.user(id).filter(horizon::shows).orElseThrow(() -> nobody("user", id));
    return UserView.of(user, organization.teamIdsOf(id));
  }

  @GetMapping("/teams/{id}")
  @Operation(summary = "One team with its active members")
  TeamView team(@PathVariable String id) {
    Team team = organization.team(id).filter(horizon::shows).orElseThrow(() -> nobody("team", id));
    return TeamView.of(team, organization.members(id));
  }

  private static ErrorResponseException nobody(String kind, String id) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND, "There is no %s '%s'.".formatted(kind, id));
    return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
  }
}
