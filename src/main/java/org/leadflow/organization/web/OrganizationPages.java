package org.leadflow.organization.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.organization.CalendarChanges;
import org.leadflow.organization.Horizon;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Sphere;
import org.leadflow.organization.Team;
import org.leadflow.organization.web.PartnerController.NewPartner;
import org.leadflow.organization.web.UnitController.NewUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The organisation as pages: its units, partners and teams. Everything goes through the doors
 * programs use.
 */
@PageController
@RequestMapping("/organization")
class OrganizationPages {

  private final OrganizationController tree;
  private final UnitController units;
  private final PartnerController partners;
  private final TeamController teams;
  private final CalendarController calendars;
  private final CalendarChanges chosen;
  private final Organization organization;
  private final Asker asker;
  private final Horizon horizon;
  private final FormAnswers answers;

  OrganizationPages(
      OrganizationController tree,
      UnitController units,
      PartnerController partners,
      TeamController teams,
      CalendarController calendars,
      CalendarChanges chosen,
      Organization organization,
      Asker asker,
      Horizon horizon,
      FormAnswers answers) {
    this.tree = tree;
    this.units = units;
    this.partners = partners;
    this.teams = teams;
    this.calendars = calendars;
    this.chosen = chosen;
    this.organization = organization;
    this.asker = asker;
    this.horizon = horizon;
    this.answers = answers;
  }

  @GetMapping
  ModelAndView show() {
    return withChoices("organization")
        .addObject("root", tree.tree())
        .addObject("chosen", chosen.byUnit())
        .addObject(
            "calendarNames",
            calendars.list().stream()
                .collect(Collectors.toMap(CalendarRecord::id, CalendarRecord::name)))
        .addObject("pools", pools());
  }

  /** The teams whose turns the reader may see: those he manages, and those he is in. */
  private Set<String> pools() {
    Sphere sphere = asker.sphere();
    Set<String> own = organization.teamIdsOf(asker.id());
    return organization.teams().stream()
        .filter(
            team ->
                sphere.everybody()
                    || sphere.unitIds().contains(team.businessUnitId())
                    || sphere.teamIds().contains(team.id())
                    || team.partnerId() != null && team.partnerId().equals(sphere.partnerId())
                    || own.contains(team.id()))
        .map(Team::id)
        .collect(Collectors.toSet());
  }

  @PostMapping("/units")
  ModelAndView createUnit(
      @RequestParam String id,
      @RequestParam String name,
      @RequestParam String parentId,
      @RequestParam String calendarId) {
    return answers.doneUnlessOvertaken(
        () -> {
          units.create(
              answers.valid(
                  new NewUnit(
                      Typed.text(id),
                      Typed.text(name),
                      Typed.text(parentId),
                      Typed.text(calendarId))));
          return "/organization";
        },
        this::show);
  }

  @GetMapping("/units/{id}")
  ModelAndView unit(@PathVariable String id) {
    var answer = units.read(id);
    return withChoices("unit")
        .addObject("unit", answer.getBody())
        .addObject("version", answer.getHeaders().getETag());
  }

  @PostMapping("/units/{id}")
  ModelAndView changeUnit(
      @PathVariable String id,
      @RequestParam String ifMatch,
      @RequestParam String name,
      @RequestParam(defaultValue = "") String parentId,
      @RequestParam String calendarId) {
    return answers.doneUnlessOvertaken(
        () -> {
          units.change(
              id,
              ifMatch,
              JsonNodeFactory.instance
                  .objectNode()
                  .put("name", Typed.text(name))
                  .put("parentId", Typed.text(parentId))
                  .put("calendarId", Typed.text(calendarId)));
          return "/organization";
        },
        () -> unit(id));
  }

  @PostMapping("/partners")
  ModelAndView createPartner(
      @RequestParam String id, @RequestParam String name, @RequestParam String businessUnitId) {
    return answers.doneUnlessOvertaken(
        () -> {
          partners.create(
              answers.valid(
                  new NewPartner(Typed.text(id), Typed.text(name), Typed.text(businessUnitId))));
          return "/organization";
        },
        this::show);
  }

  @GetMapping("/partners/{id}")
  ModelAndView partner(@PathVariable String id) {
    var answer = partners.read(id);
    return withChoices("partner")
        .addObject("partner", answer.getBody())
        .addObject("version", answer.getHeaders().getETag());
  }

  @PostMapping("/partners/{id}")
  ModelAndView changePartner(
      @PathVariable String id,
      @RequestParam String ifMatch,
      @RequestParam String name,
      @RequestParam String businessUnitId) {
    return answers.doneUnlessOvertaken(
        () -> {
          partners.change(
              id,
              ifMatch,
              JsonNodeFactory.instance
                  .objectNode()
                  .put("name", Typed.text(name))
                  .put("businessUnitId", Typed.text(businessUnitId)));
          return "/organization";
        },
        () -> partner(id));
  }

  @PostMapping("/teams")
  ModelAndView createTeam(
      @RequestParam String id, @RequestParam String name, @RequestParam String place) {
    Place home = Place.read(place);
    return answers.doneUnlessOvertaken(
        () -> {
          NewTeam team =
              answers.valid(
                  new NewTeam(Typed.text(id), Typed.text(name), home.unitId(), home.partnerId()));
          teams.create(team);
          return "/teams/" + team.id();
        },
        this::show);
  }

  private ModelAndView withChoices(String page) {
    return new ModelAndView(page)
        .addObject("administers", asker.isAdministrator())
        .addObject("units", horizon.units())
        .addObject("partners", horizon.partners())
        .addObject("calendars", calendars.list());
  }
}
