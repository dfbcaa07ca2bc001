package org.leadflow.organization.web;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.PageView;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Role;
import org.leadflow.organization.StoredAbsence;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;
import org.leadflow.organization.web.UserPages.UserSearch;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of users show. */
@Component
class UserSheets {

  private static final int ROWS = 50;
  private static final int ABSENCES = 100;

  private final UserController users;
  private final AbsenceController absences;
  private final CalendarController calendars;
  private final Organization organization;
  private final Asker asker;
  private final Horizon horizon;

  UserSheets(
      UserController users,
      AbsenceController absences,
      CalendarController calendars,
      Organization organization,
      Asker asker,
      Horizon horizon) {
    this.users = users;
    this.absences = absences;
    this.calendars = calendars;
    this.organization = organization;
    this.asker = asker;
    this.horizon = horizon;
  }

  ModelAndView list(UserSearch search, UserForm form) {
    PageView<User> found =
        users.list(
            Typed.text(search.text()),
            Typed.text(search.unit()),
            Typed.text(search.team()),
            search.active(),
            search.number(),
            ROWS);
    return withChoices(new ModelAndView("users"))
        .addObject("found", found)
        .addObject("search", search)
        .addObject("teams", horizon.teams())
        .addObject("pages", (found.total() + ROWS - 1) / ROWS)
        .addObject("form", form);
  }

  /**
   * @param typed null: as he is stored
   * @param today absences that are over by then are left out
   */
  ModelAndView user(String id, @Nullable UserForm typed, LocalDate today) {
    ResponseEntity<UserRecord> answer = users.read(id);
    UserRecord user = Objects.requireNonNull(answer.getBody());
    String version = answer.getHeaders().getETag();
    List<StoredAbsence> away = absences.list(id, null, today, null, false, 0, ABSENCES).items();
    List<Team> teams =
        user.teamIds().stream().flatMap(team -> organization.team(team).stream()).toList();
    return withChoices(new ModelAndView("user"))
        .addObject("user", user)
        .addObject("version", version)
        .addObject("form", typed == null ? UserForm.of(user, version) : typed)
        .addObject("skills", Typed.skills(user.skills()))
        .addObject("setsSkills", asker.sphere().manages(asker.user(id)))
        .addObject("himself", id.equals(asker.id()))
        .addObject("teams", teams)
        .addObject("colleagues", colleagues(id, teams))
        .addObject("absences", away)
        .addObject(
            "names",
            away.stream()
                .map(StoredAbsence::substituteId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(toMap(Function.identity(), this::name)));
  }

  private ModelAndView withChoices(ModelAndView page) {
    List<BusinessUnit> units = horizon.units();
    List<ChannelPartner> partners = horizon.partners();
    return page.addObject("administers", asker.isAdministrator())
        .addObject("units", units)
        .addObject("partners", partners)
        .addObject("unitNames", units.stream().collect(toMap(BusinessUnit::id, BusinessUnit::name)))
        .addObject(
            "partnerNames",
            partners.stream().collect(toMap(ChannelPartner::id, ChannelPartner::name)))
        .addObject("calendars", calendars.list())
        .addObject("roles", Role.values());
  }

  /** Who could stand in for him: the active members of his teams. */
  private List<User> colleagues(String id, List<Team> teams) {
    Stream<User> members = teams.stream().flatMap(team -> organization.members(team.id()).stream());
    return members.filter(user -> !user.id().equals(id)).distinct().toList();
  }

  private String name(String userId) {
    return organization.user(userId).map(User::name).orElse(userId);
  }
}
