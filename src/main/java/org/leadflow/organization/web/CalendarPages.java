package org.leadflow.organization.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FormAnswers;
import org.leadflow.core.PageController;
import org.leadflow.organization.CalendarChanges;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Calendars as pages: when people work. Everything goes through the doors programs use. */
@PageController
@RequestMapping("/calendars")
class CalendarPages {

  /** Those that have a place in their name, as people know them. */
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(
              zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Pacific)/.*"))
          .sorted()
          .toList();

  private final CalendarController door;
  private final CalendarChanges calendars;
  private final Asker asker;
  private final FormAnswers answers;

  CalendarPages(
      CalendarController door, CalendarChanges calendars, Asker asker, FormAnswers answers) {
    this.door = door;
    this.calendars = calendars;
    this.asker = asker;
    this.answers = answers;
  }

  @GetMapping
  ModelAndView list() {
    return list(CalendarForm.EMPTY);
  }

  @PostMapping
  ModelAndView create(@RequestParam Map<String, String> typed) {
    CalendarForm form = CalendarForm.typed(typed);
    return answers.doneUnlessOvertaken(
        () -> {
          CalendarFields fields = form.fields();
          door.create(
              answers.valid(
                  new NewCalendar(
                      form.id(),
                      fields.name(),
                      fields.timeZone(),
                      fields.holidays(),
                      fields.hours(),
                      fields.daysOff())));
          return "/calendars/" + form.id();
        },
        () -> list(form));
  }

  @GetMapping("/{id}")
  ModelAndView show(@PathVariable String id) {
    return page(id, null);
  }

  @PostMapping("/{id}")
  ModelAndView save(@PathVariable String id, @RequestParam Map<String, String> typed) {
    CalendarForm form = CalendarForm.typed(typed);
    return answers.doneUnlessOvertaken(
        () -> {
          door.change(id, form.ifMatch(), changes(form.fields()));
          return "/calendars/{id}";
        },
        () -> page(id, form));
  }

  @PostMapping("/{id}/delete")
  ModelAndView delete(@PathVariable String id, @RequestParam String ifMatch) {
    return answers.doneUnlessOvertaken(
        () -> {
          door.delete(id, ifMatch);
          return "/calendars";
        },
        () -> page(id, null));
  }

  private ModelAndView list(CalendarForm form) {
    return new ModelAndView("calendars")
        .addObject("calendars", door.list())
        .addObject("administers", asker.isAdministrator())
        .addObject("zones", ZONES)
        .addObject("form", form);
  }

  /**
   * @param typed null: as it is stored
   */
  private ModelAndView page(String id, @Nullable CalendarForm typed) {
    String version = door.read(id).getHeaders().getETag();
    CalendarForm stored = CalendarForm.of(calendars.find(id).orElseThrow(), version);
    return new ModelAndView("calendar")
        .addObject("stored", stored)
        .addObject("administers", asker.isAdministrator())
        .addObject("zones", ZONES)
        .addObject("form", typed == null ? stored : typed);
  }

  private static ObjectNode changes(CalendarFields fields) {
    ObjectNode changes =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", fields.name())
            .put("timeZone", fields.timeZone())
            .put("holidays", fields.holidays());
    ObjectNode hours = changes.putObject("hours");
    fields.hours().forEach((day, spans) -> spans.forEach(hours.putArray(day)::add));
    fields.daysOff().forEach(changes.putArray("daysOff")::add);
    return changes;
  }
}
