package org.leadflow.organization.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.organization.OrganizationLists;
import org.leadflow.organization.Sphere;
import org.leadflow.organization.StoredAbsence;
import org.leadflow.organization.Team;
import org.leadflow.organization.TeamManagers;
import org.leadflow.organization.User;
import org.leadflow.organization.web.AbsenceController.AbsenceFields;
import org.springframework.data.domain.PageRequest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A team as a page: who is in it and who is away. Everything goes through the doors programs use,
 * so whoever may do something there may do it here.
 */
@PageController
@RequestMapping("/teams/{id}")
class TeamPages {

  private static final PageRequest ABSENCES = PageRequest.of(0, 100);

  private final TeamController teams;
  private final AbsenceController absences;
  private final Asker asker;
  private final Horizon horizon;
  private final Organization organization;
  private final OrganizationLists lists;
  private final TeamManagers managers;
  private final FormAnswers answers;

  TeamPages(
      TeamController teams,
      AbsenceController absences,
      Asker asker,
      Horizon horizon,
      Organization organization,
      OrganizationLists lists,
      TeamManagers managers,
      FormAnswers answers) {
    this.teams = teams;
    this.absences = absences;
    this.asker = asker;
    this.horizon = horizon;
    this.organization = organization;
    this.lists = lists;
    this.managers = managers;
    this.answers = answers;
  }

  @GetMapping
  ModelAndView show(@PathVariable String id) {
    return page(id);
  }

  @PostMapping
  ModelAndView save(
      @PathVariable String id,
      @RequestParam String ifMatch,
      @RequestParam String name,
      @RequestParam String place) {
    Place home = Place.read(place);
    return done(
        id,
        () ->
            teams.change(
                id,
                ifMatch,
                JsonNodeFactory.instance
                    .objectNode()
                    .put("name", Typed.text(name))
                    .put("businessUnitId", home.unitId())
                    .put("partnerId", home.partnerId())));
  }

  @PostMapping("/managers")
  ModelAndView name(@PathVariable String id, @RequestParam String userId) {
    return done(id, () -> teams.name(id, userId.strip()));
  }

  @PostMapping("/managers/{userId}/remove")
  ModelAndView remove(@PathVariable String id, @PathVariable String userId) {
    return done(id, () -> teams.unname(id, userId));
  }

  @PostMapping("/members")
  ModelAndView join(@PathVariable String id, @RequestParam String userId) {
    return done(id, () -> teams.join(id, userId.strip()));
  }

  @PostMapping("/members/{userId}/leave")
  ModelAndView leave(@PathVariable String id, @PathVariable String userId) {
    return done(id, () -> teams.leave(id, userId));
  }

  @PostMapping("/absences")
  ModelAndView enter(
      @PathVariable String id,
      @RequestParam String userId,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
      @RequestParam(defaultValue = "") String substituteId) {
    return done(
        id,
        () -> {
          if (from == null || until == null) {
            throw Refused.invalid("from", "and until must both be given");
          }
          absences.enter(
              new AbsenceFields(
                  userId, from, until, substituteId.isBlank() ? null : substituteId, null));
        });
  }

  @PostMapping("/absences/{absenceId}/cancel")
  ModelAndView cancel(@PathVariable String id, @PathVariable UUID absenceId) {
    return done(id, () -> absences.cancel(absenceId));
  }

  private ModelAndView done(String id, Runnable work) {
    return answers.doneUnlessOvertaken(
        () -> {
          work.run();
          return "/teams/{id}";
        },
        () -> page(id));
  }

  private ModelAndView page(String id) {
    Team team = asker.team(id);
    Sphere sphere = asker.sphere();
    Map<String, User> members = users("team_member", id);
    List<StoredAbsence> away =
        lists
            .absences(
                sphere,
                new OrganizationLists.Filter(null, null, id, null, null),
                LocalDate.now(),
                null,
                false,
                ABSENCES)
            .getContent();
    List<User> looksAfter = members.values().stream().filter(sphere::covers).toList();
    return new ModelAndView("team")
        .addObject("team", team)
        .addObject("members", members.values())
        .addObject("managers", users("team_manager", id).values())
        .addObject("administers", asker.isAdministrator())
        .addObject("version", teams.read(id).getHeaders().getETag())
        .addObject("place", Place.written(team.businessUnitId(), team.partnerId()))
        .addObject("units", horizon.units())
        .addObject("partners", horizon.partners())
        .addObject("manages", managers.manages(asker.id(), id))
        .addObject("looksAfter", looksAfter)
        .addObject("looksAfterIds", looksAfter.stream().map(User::id).collect(Collectors.toSet()))
        .addObject("absences", away)
        .addObject(
            "names",
            Stream.concat(
                    members.keySet().stream(),
                    away.stream().flatMap(each -> Stream.of(each.userId(), each.substituteId())))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::name)));
  }

  private Map<String, User> users(String table, String id) {
    return lists.usersOf(table, Set.of(id)).getOrDefault(id, List.of()).stream()
        .flatMap(userId -> organization.user(userId).stream())
        .collect(
            Collectors.toMap(
                User::id, Function.identity(), (one, same) -> one, java.util.TreeMap::new));
  }

  private String name(String userId) {
    return organization.user(userId).map(User::name).orElse(userId);
  }
}
