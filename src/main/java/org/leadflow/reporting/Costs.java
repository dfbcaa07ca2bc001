package org.leadflow.reporting;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Ids;
import org.leadflow.core.Refused;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.Currencies;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What sources of leads cost, for those who answer for a unit: managers for theirs and those below,
 * operators and administrators for all. Sellers and partners see leads of their own only, and costs
 * of all leads beside these would say nothing.
 */
@Service
public class Costs {

  private final CostRows rows;
  private final CurrentCaller callers;
  private final Permissions permissions;
  private final Organization organization;
  private final Currencies currencies;
  private final Clock clock;

  Costs(
      CostRows rows,
      CurrentCaller callers,
      Permissions permissions,
      Organization organization,
      Currencies currencies,
      Clock clock) {
    this.rows = rows;
    this.callers = callers;
    this.permissions = permissions;
    this.organization = organization;
    this.currencies = currencies;
    this.clock = clock;
  }

  /** Those the caller may see, the last entered first. */
  @Transactional(readOnly = true)
  public List<Cost> list() {
    Caller caller = writer();
    Set<String> units = units(caller);
    return rows.between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)).stream()
        .filter(cost -> seesAll(caller) || units.contains(cost.unitId()))
        .toList();
  }

  /**
   * Enters a cost.
   *
   * @throws Refused naming every field that is wrong
   */
  @Transactional
  public Cost add(NewCost given) {
    Caller caller = writer();
    var faults = new ArrayList<FieldFault>();
    boolean known = organization.unit(given.unitId()).isPresent();
    if (!known || !seesAll(caller) && !units(caller).contains(given.unitId())) {
      faults.add(new FieldFault("unitId", "must be a unit you answer for"));
    }
    if (currencies.stored().rates().get(given.currency()) == null) {
      faults.add(new FieldFault("currency", "no rate of it is stored"));
    }
    if (given.firstDay().isAfter(given.lastDay())) {
      faults.add(new FieldFault("firstDay", "must not be after lastDay"));
    } else if (given.firstDay().plusYears(10).isBefore(given.lastDay())) {
      faults.add(new FieldFault("lastDay", "must be at most ten years after firstDay"));
    }
    if (given.firstDay().getYear() < 1990 || given.lastDay().getYear() > 2199) {
      faults.add(new FieldFault("firstDay", "both days must be from 1990 to 2199"));
    }
    Refused.ifAny(faults);
    String campaign = given.campaign();
    var cost =
        new Cost(
            Ids.next(),
            given.unitId(),
            given.sourceCode(),
            campaign == null || campaign.isBlank() ? null : campaign.strip(),
            given.amount(),
            given.currency(),
            given.firstDay(),
            given.lastDay(),
            clock.instant(),
            caller.userId());
    rows.add(cost);
    return cost;
  }

  /**
   * Removes a cost; to change one, remove it and enter it anew.
   *
   * @throws NotVisible when there is none that the caller may see
   */
  @Transactional
  public void remove(UUID costId) {
    Caller caller = writer();
    rows.find(costId)
        .filter(cost -> seesAll(caller) || units(caller).contains(cost.unitId()))
        .orElseThrow(() -> new NotVisible("cost", costId));
    rows.remove(costId);
  }

  /** The units for which whoever is logged in may enter costs, by name. */
  @Transactional(readOnly = true)
  public List<BusinessUnit> units() {
    Caller caller = writer();
    Set<String> mine = units(caller);
    return organization.units().stream()
        .filter(unit -> seesAll(caller) || mine.contains(unit.id()))
        .sorted(Comparator.comparing(BusinessUnit::name))
        .toList();
  }

  /** Whether whoever is logged in enters and sees costs. */
  public boolean areForCaller() {
    return areFor(callers.get());
  }

  /**
   * Adds to each group the part of the costs that falls on it; where a report is grouped by
   * something costs are not given by, nothing.
   *
   * @return whether this report has costs
   */
  boolean add(Filter filter, Grouping<SourceSums> sums, Money money) {
    Caller caller = callers.get();
    boolean given =
        switch (filter.by()) {
          case SOURCE, CAMPAIGN, UNIT, WEEK, MONTH, QUARTER -> true;
          default -> false;
        };
    if (!given || !areFor(caller)) {
      return false;
    }
    Set<String> mine = seesAll(caller) ? Set.of() : units(caller);
    Set<String> wanted = filter.unit() == null ? Set.of() : organization.unitsBelow(filter.unit());
    for (Cost cost : rows.between(filter.from(), filter.to())) {
      boolean counts =
          (seesAll(caller) || mine.contains(cost.unitId()))
              && (filter.unit() == null || wanted.contains(cost.unitId()));
      if (counts) {
        money
            .inBase(cost.amount(), cost.currency())
            .ifPresent(amount -> add(filter, sums, cost, amount));
      }
    }
    return true;
  }

  private static void add(Filter filter, Grouping<SourceSums> sums, Cost cost, BigDecimal amount) {
    Cohorts cohorts = sums.cohorts();
    if (cohorts != null) {
      cohorts
          .all()
          .forEach(
              cohort -> {
                LocalDate from = later(cohort.first(), filter.from());
                LocalDate to = earlier(cohort.last(), filter.to());
                part(cost, amount, from, to, () -> sums.ofKey(cohort.key()));
              });
      return;
    }
    part(cost, amount, filter.from(), filter.to(), () -> group(filter, sums, cost));
  }

  /** Of campaigns a cost of a whole source is no one's, also not of the leads without one. */
  private static SourceSums group(Filter filter, Grouping<SourceSums> sums, Cost cost) {
    return switch (filter.by()) {
      case SOURCE -> sums.ofKey(String.valueOf(cost.sourceCode()));
      case CAMPAIGN -> cost.campaign() == null ? sums.ofRest() : sums.ofKey(cost.campaign());
      default -> sums.ofKey(cost.unitId());
    };
  }

  private static void part(
      Cost cost, BigDecimal amount, LocalDate from, LocalDate to, Supplier<SourceSums> group) {
    LocalDate first = later(cost.firstDay(), from);
    LocalDate last = earlier(cost.lastDay(), to);
    if (!first.isAfter(last)) {
      long days = ChronoUnit.DAYS.between(first, last) + 1;
      long all = ChronoUnit.DAYS.between(cost.firstDay(), cost.lastDay()) + 1;
      group
          .get()
          .cost(
              amount
                  .multiply(BigDecimal.valueOf(days))
                  .divide(BigDecimal.valueOf(all), Money.EXACT));
    }
  }

  private Caller writer() {
    Caller caller = callers.get();
    if (!areFor(caller)) {
      throw new Refused(
          HttpStatus.FORBIDDEN, "forbidden", "Costs are entered by managers of units.", List.of());
    }
    return caller;
  }

  private boolean areFor(Caller caller) {
    return caller.runsTheProduct()
        || caller.partnerId() == null && caller.roles().contains(Role.MANAGER);
  }

  private boolean seesAll(Caller caller) {
    return permissions.level(caller, Privilege.READ) == AccessLevel.GLOBAL;
  }

  private Set<String> units(Caller caller) {
    return organization.unitsBelow(caller.businessUnitId());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
