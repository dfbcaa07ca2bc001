package org.leadflow.organization;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what differs between what is stored and a file, in batches, and tells of it by events. */
@Component
class OrganizationRows {

  private final JdbcTemplate jdbc;
  private final PeopleRows people;
  private final RootReplacement root;
  private final CurrencyChanges currencies;
  private final Calendars calendars;
  private final Organization organization;
  private final ApplicationEventPublisher events;

  OrganizationRows(
      DataSource source,
      RootReplacement root,
      CurrencyChanges currencies,
      Calendars calendars,
      Organization organization,
      ApplicationEventPublisher events) {
    this.jdbc = new JdbcTemplate(source);
    this.people = new PeopleRows(jdbc);
    this.root = root;
    this.currencies = currencies;
    this.calendars = calendars;
    this.organization = organization;
    this.events = events;
  }

  void write(
      OrganizationFile stored, OrganizationFile file, Set<String> gone, String by, Instant now) {
    var difference = new Difference(FileRows.of(stored), FileRows.of(file));
    boolean empty = organization.isEmpty();
    calendars(file, difference);
    units(file, difference);
    partners(file, difference);
    root.replace(stored.units(), file.root());
    teams(file, difference);
    users(file, difference);
    currencies(file, difference, empty);
    Set<String> moved = people.members(stored, file, difference);
    people.managers(file, difference);
    List<StoredAbsence> absences = people.absences(file, difference, by, now);
    jdbc.batchUpdate(
        "UPDATE app_user SET active = FALSE, version = version + 1 WHERE id = ?",
        gone.stream().map(id -> new Object[] {id}).toList());
    calendars.forgetAfterCommit();
    tell(stored, file, difference, moved, gone);
    absences.forEach(
        each ->
            events.publishEvent(new AbsenceEntered(each.in(calendars.of(each.userId()).zone()))));
  }

  private void calendars(OrganizationFile file, Difference difference) {
    List<WorkingCalendar> changed =
        file.work().calendars().stream()
            .filter(each -> difference.of("calendar", each.id(), Difference.CALENDAR))
            .toList();
    new CalendarRows(jdbc).write(changed, difference::isNew);
  }

  private void units(OrganizationFile file, Difference difference) {
    save(
        "business_unit (name, parent_id, calendar_id",
        file.units().stream()
            .filter(unit -> difference.of("unit", unit.id(), "name", "parent", "calendar"))
            .map(
                unit ->
                    new Object[] {
                      unit.name(),
                      unit.parentId(),
                      file.work().unitCalendars().get(unit.id()),
                      unit.id()
                    })
            .toList(),
        id -> difference.isNew("unit", id));
  }

  private void partners(OrganizationFile file, Difference difference) {
    save(
        "channel_partner (name, business_unit_id",
        file.partners().stream()
            .filter(partner -> difference.of("partner", partner.id(), "name", "unit"))
            .map(partner -> new Object[] {partner.name(), partner.businessUnitId(), partner.id()})
            .toList(),
        id -> difference.isNew("partner", id));
  }

  private void teams(OrganizationFile file, Difference difference) {
    save(
        "team (name, business_unit_id, partner_id",
        file.teams().stream()
            .filter(team -> difference.of("team", team.id(), Difference.TEAM))
            .map(
                team ->
                    new Object[] {team.name(), team.businessUnitId(), team.partnerId(), team.id()})
            .toList(),
        id -> difference.isNew("team", id));
  }

  private void users(OrganizationFile file, Difference difference) {
    List<User> changed =
        file.users().stream()
            .filter(user -> difference.of("user", user.id(), Difference.USER))
            .toList();
    save(
        "app_user (name, email, business_unit_id, partner_id, active, calendar_id",
        changed.stream()
            .map(
                user ->
                    new Object[] {
                      user.name(),
                      user.email(),
                      user.businessUnitId(),
                      user.partnerId(),
                      user.active(),
                      file.work().userCalendars().get(user.id()),
                      user.id()
                    })
            .toList(),
        id -> difference.isNew("user", id));
    List<User> otherRoles =
        changed.stream().filter(user -> difference.of("user", user.id(), "roles")).toList();
    people.replace(
        "app_user_role WHERE user_id = ?",
        otherRoles.stream().map(User::id).toList(),
        "app_user_role (user_id, role) VALUES (?, ?)",
        otherRoles.stream()
            .flatMap(
                user -> user.roles().stream().map(role -> new Object[] {user.id(), role.name()}))
            .toList());
    List<String> otherSkills =
        changed.stream().map(User::id).filter(id -> difference.of("user", id, "skills")).toList();
    people.replace(
        "user_skill WHERE user_id = ?",
        otherSkills,
        "user_skill (user_id, name, skill_value) VALUES (?, ?, ?)",
        otherSkills.stream()
            .flatMap(
                id ->
                    file.work().skills().getOrDefault(id, Set.of()).stream()
                        .map(skill -> new Object[] {id, skill.name(), skill.value()}))
            .toList());
  }

  private void currencies(OrganizationFile file, Difference difference, boolean empty) {
    if (empty) {
      currencies.put(file.currencies());
      return;
    }
    file.currencies().rates().entrySet().stream()
        .filter(rate -> difference.of("currency", rate.getKey(), "rate"))
        .forEach(rate -> currencies.setRate(rate.getKey(), rate.getValue()));
    file.units().stream()
        .filter(unit -> difference.of("unit", unit.id(), "currency"))
        .forEach(
            unit ->
                currencies.setUnitDefault(
                    unit.id(), file.currencies().unitDefaults().get(unit.id())));
  }

  private void tell(
      OrganizationFile stored,
      OrganizationFile file,
      Difference difference,
      Set<String> moved,
      Set<String> gone) {
    Set<String> active =
        stored.users().stream().filter(User::active).map(User::id).collect(Collectors.toSet());
    file.teams().stream()
        .map(Team::id)
        .filter(id -> difference.of("team", id, Difference.TEAM))
        .forEach(id -> events.publishEvent(new TeamSaved(id)));
    file.users().stream()
        .map(User::id)
        .filter(id -> difference.of("user", id, Difference.USER))
        .forEach(id -> events.publishEvent(new UserSaved(id)));
    gone.forEach(id -> events.publishEvent(new UserSaved(id)));
    moved.forEach(id -> events.publishEvent(new MembershipChanged(id)));
    file.users().stream()
        .filter(user -> !user.active() && active.contains(user.id()))
        .forEach(user -> events.publishEvent(new UserDeactivated(user.id())));
    gone.forEach(id -> events.publishEvent(new UserDeactivated(id)));
    file.work().calendars().stream()
        .map(WorkingCalendar::id)
        .filter(id -> difference.of("calendar", id, Difference.CALENDAR))
        .forEach(id -> events.publishEvent(new CalendarSaved(id)));
  }

  /** Each row ends with the id. */
  private void save(String columns, List<Object[]> rows, Predicate<String> isNew) {
    String table = columns.substring(0, columns.indexOf(' '));
    String[] names = columns.substring(columns.indexOf('(') + 1).split(", ");
    List<Object[]> added = rows.stream().filter(row -> isNew.test(id(row))).toList();
    List<Object[]> changed = rows.stream().filter(row -> !isNew.test(id(row))).toList();
    jdbc.batchUpdate(
        "INSERT INTO %s, id) VALUES (%s?)".formatted(columns, "?, ".repeat(names.length)), added);
    jdbc.batchUpdate(
        "UPDATE %s SET %s = ?, version = version + 1 WHERE id = ?"
            .formatted(table, String.join(" = ?, ", names)),
        changed);
  }

  private static String id(Object[] row) {
    return (String) Objects.requireNonNull(row[row.length - 1]);
  }
}
