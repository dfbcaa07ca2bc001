package org.leadflow.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.core.WallClock;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Role;
import org.leadflow.reporting.Costs;
import org.leadflow.reporting.Filter;
import org.leadflow.reporting.Measure;
import org.leadflow.reporting.Question;
import org.leadflow.reporting.Report;
import org.leadflow.reporting.web.Reports.Name;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Reports as pages. An address carries what the report is about, so it can be sent to others. */
@PageController
@RequestMapping("/reports")
class ReportPages {

  /** So many groups can be looked at; the file has all. */
  private static final int MOST = 15;

  private static final Set<String> AT_FIRST_SIGHT = Set.of("worth", "became");

  private final Reports reports;
  private final Organization organization;
  private final Costs costs;
  private final CurrentCaller callers;
  private final WallClock times;

  ReportPages(
      Reports reports,
      Organization organization,
      Costs costs,
      CurrentCaller callers,
      WallClock times) {
    this.reports = reports;
    this.organization = organization;
    this.costs = costs;
    this.callers = callers;
    this.times = times;
  }

  @GetMapping
  ModelAndView overview() {
    Filter usual = reports.filter(Name.SOURCES, Question.usual());
    Report report = reports.report(Name.SOURCES, usual, MOST);
    return around(new ModelAndView("reports"), report)
        .addObject(
            "parts",
            Shown.of(report, MOST + 2).stream()
                .filter(part -> AT_FIRST_SIGHT.contains(part.id()))
                .toList());
  }

  @GetMapping("/{report:sources|speed|deadlines|fairness|rules}")
  ModelAndView report(
      @PathVariable String report, @ModelAttribute Question question, HttpServletRequest request) {
    Name name = Name.valueOf(report.toUpperCase(Locale.ROOT));
    try {
      return page(name, reports.filter(name, question, request));
    } catch (Refused refused) {
      ModelAndView page = page(name, reports.filter(name, Question.usual()));
      page.setStatus(refused.status());
      return page.addObject("asked", question)
          .addObject("refusal", refused.getMessage())
          .addObject("faults", refused.faults());
    }
  }

  private ModelAndView page(Name name, Filter filter) {
    Report report = reports.report(name, filter, MOST);
    String file =
        UriComponentsBuilder.fromPath("/api/reports/" + name.word() + ".csv")
            .queryParam("from", filter.from())
            .queryParam("to", filter.to())
            .queryParam("by", filter.by().word())
            .queryParam("zone", "{zone}")
            .queryParam("measure", filter.measure().word())
            .queryParam("unit", filter.unit() == null ? "" : filter.unit())
            .encode()
            .buildAndExpand(filter.zone().getId())
            .toUriString();
    return around(new ModelAndView("report"), report)
        .addObject("about", name.about())
        .addObject("file", file)
        .addObject("filter", filter)
        .addObject("asked", asked(filter))
        .addObject("dimensions", name.dimensions())
        .addObject("measures", name == Name.SPEED ? Measure.values() : null)
        .addObject("units", units(filter))
        .addObject("parts", Shown.of(report, MOST + 2))
        .addObject("refusal", null)
        .addObject("faults", List.of());
  }

  /** What the form shows when it was understood; else it shows what was typed. */
  private static Question asked(Filter filter) {
    return new Question(
        filter.from().toString(),
        filter.to().toString(),
        filter.by().word(),
        filter.unit(),
        filter.zone().getId(),
        filter.measure().word());
  }

  /**
   * Those a reader can mean: his and what is below; a partner's people see their own leads only.
   */
  private List<BusinessUnit> units(Filter filter) {
    Caller caller = callers.get();
    if (caller.partnerId() != null) {
      return List.of();
    }
    Set<String> below = organization.unitsBelow(caller.businessUnitId());
    return organization.units().stream()
        .filter(
            unit ->
                caller.runsTheProduct()
                    || below.contains(unit.id())
                    || unit.id().equals(filter.unit()))
        .sorted(Comparator.comparing(BusinessUnit::name))
        .toList();
  }

  private ModelAndView around(ModelAndView page, Report report) {
    return page.addObject("report", report)
        .addObject("asOf", report.asOf() == null ? null : times.second(report.asOf()))
        .addObject("names", names())
        .addObject("costs", costs.areForCaller());
  }

  private List<Name> names() {
    Caller caller = callers.get();
    boolean readsRules = caller.runsTheProduct() || caller.roles().contains(Role.MANAGER);
    return Arrays.stream(Name.values()).filter(name -> name != Name.RULES || readsRules).toList();
  }
}
