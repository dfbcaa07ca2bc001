package org.leadflow.reporting;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.PageSettings;
import org.leadflow.core.Refused;
import org.leadflow.organization.Organization;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Understands what somebody asks a report for, and names everything that is wrong with it. */
@Component
public class FilterCheck {

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
  private static final int MOST_COHORTS = 400;

  private final Organization organization;
  private final PageSettings pages;
  private final Clock clock;

  FilterCheck(Organization organization, PageSettings pages, Clock clock) {
    this.organization = organization;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * The filter; what is left out is as usual: the last twelve months, in the time zone of the
   * pages, by the first of the dimensions, of all units.
   *
   * @param dimensions by which this report can be grouped, the usual one first
   * @throws Refused with status 400, naming every field that is wrong
   */
  public Filter check(Question question, List<Dimension> dimensions) {
    var faults = new ArrayList<FieldFault>();
    ZoneId zone = zone(question.zone(), faults);
    LocalDate today = LocalDate.now(clock.withZone(zone));
    LocalDate to = day("to", question.to(), today, faults);
    LocalDate from = day("from", question.from(), to.minusMonths(11).withDayOfMonth(1), faults);
    if (faults.isEmpty() && from.isAfter(to)) {
      faults.add(new FieldFault("from", "must not be after to"));
    }
    Dimension by = by(question.by(), dimensions, faults);
    Measure measure = measure(question.measure(), faults);
    String unit = blank(question.unit()) ? null : question.unit();
    if (unit != null && organization.unit(unit).isEmpty()) {
      faults.add(new FieldFault("unit", "there is no business unit with this id"));
    }
    var filter = new Filter(from, to, zone, by, unit, measure);
    if (faults.isEmpty() && by.isCohort() && Cohorts.of(filter).size() > MOST_COHORTS) {
      faults.add(
          new FieldFault("by", "makes more than " + MOST_COHORTS + " rows; choose longer ones"));
    }
    if (!faults.isEmpty()) {
      throw new Refused(
          HttpStatus.BAD_REQUEST, "invalid", "Some fields are not as they must be.", faults);
    }
    return filter;
  }

  private ZoneId zone(@Nullable String given, List<FieldFault> faults) {
    if (blank(given)) {
      return pages.zone();
    }
    try {
      return ZoneId.of(given);
    } catch (DateTimeException unknown) {
      faults.add(new FieldFault("zone", "must be a time zone, such as Europe/Berlin"));
      return pages.zone();
    }
  }

  private static LocalDate day(
      String field, @Nullable String given, LocalDate usual, List<FieldFault> faults) {
    if (blank(given)) {
      return usual;
    }
    try {
      LocalDate day = LocalDate.parse(given);
      if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
        faults.add(new FieldFault(field, "must be from " + EARLIEST + " to " + LATEST));
        return usual;
      }
      return day;
    } catch (DateTimeParseException wrong) {
      faults.add(new FieldFault(field, "must be a day, such as 2026-01-31"));
      return usual;
    }
  }

  private static Dimension by(
      @Nullable String given, List<Dimension> dimensions, List<FieldFault> faults) {
    Dimension usual = dimensions.get(0);
    if (blank(given)) {
      return usual;
    }
    return Dimension.of(given, Set.copyOf(dimensions))
        .orElseGet(
            () -> {
              faults.add(
                  new FieldFault(
                      "by",
                      "must be one of "
                          + dimensions.stream()
                              .map(Dimension::word)
                              .collect(Collectors.joining(", "))));
              return usual;
            });
  }

  private static Measure measure(@Nullable String given, List<FieldFault> faults) {
    if (blank(given)) {
      return Measure.CONTACT;
    }
    return Measure.of(given)
        .orElseGet(
            () -> {
              faults.add(
                  new FieldFault("measure", "must be one of assignment, contact, qualification"));
              return Measure.CONTACT;
            });
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
