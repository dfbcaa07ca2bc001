package org.leadflow.organization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/** Writes an organisation as a file that can be read again, one line for each entry. */
final class OrganizationFileWriter {

  private final StringBuilder text = new StringBuilder();
  private final Yaml yaml;

  private OrganizationFileWriter() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.FLOW);
    options.setSplitLines(false);
    options.setWidth(Integer.MAX_VALUE);
    this.yaml = new Yaml(options);
  }

  /** The text of a file; passwords are never in it. */
  static String write(OrganizationFile file) {
    var writer = new OrganizationFileWriter();
    writer.currencies(file.currencies());
    writer.list("calendars", file.work().calendars().stream().map(writer::calendar).toList());
    writer.list("units", file.units().stream().map(unit -> writer.unit(unit, file)).toList());
    writer.list("partners", file.partners().stream().map(writer::partner).toList());
    writer.list("teams", file.teams().stream().map(team -> writer.team(team, file)).toList());
    writer.list("users", file.users().stream().map(user -> writer.user(user, file)).toList());
    writer.list("absences", file.work().absences().stream().map(writer::absence).toList());
    file.sections()
        .forEach(
            (name, entries) -> writer.list(name, entries.stream().map(FileEntry::values).toList()));
    return writer.text.toString();
  }

  private void list(String name, List<Map<String, Object>> entries) {
    if (entries.isEmpty()) {
      return;
    }
    text.append(text.isEmpty() ? "" : "\n").append(name).append(":\n");
    entries.forEach(entry -> text.append("  - ").append(yaml.dump(entry)));
  }

  private void currencies(FileCurrencies currencies) {
    var entries = new ArrayList<Map<String, Object>>();
    if (currencies.base() != null) {
      entries.add(values("id", currencies.base(), "base", true));
    }
    currencies
        .rates()
        .forEach((code, rate) -> entries.add(values("id", code, "rate", rate.toPlainString())));
    list("currencies", entries);
  }

  private Map<String, Object> calendar(WorkingCalendar calendar) {
    WrittenCalendar written = WrittenCalendar.of(calendar);
    return values(
        "id", calendar.id(),
        "name", written.name(),
        "timeZone", written.timeZone(),
        "holidays", written.holidays(),
        "hours", written.hours(),
        "daysOff", written.daysOff());
  }

  private Map<String, Object> unit(BusinessUnit unit, OrganizationFile file) {
    return values(
        "id", unit.id(),
        "name", unit.name(),
        "parent", unit.parentId(),
        "currency", file.currencies().unitDefaults().get(unit.id()),
        "calendar", file.work().unitCalendars().get(unit.id()));
  }

  private Map<String, Object> partner(ChannelPartner partner) {
    return values("id", partner.id(), "name", partner.name(), "unit", partner.businessUnitId());
  }

  private Map<String, Object> team(Team team, OrganizationFile file) {
    return values(
        "id", team.id(),
        "name", team.name(),
        "unit", team.partnerId() == null ? team.businessUnitId() : null,
        "partner", team.partnerId(),
        "members", file.members().getOrDefault(team.id(), List.of()),
        "managers", file.work().managers().getOrDefault(team.id(), List.of()));
  }

  private Map<String, Object> user(User user, OrganizationFile file) {
    return values(
        "id", user.id(),
        "name", user.name(),
        "email", user.email(),
        "unit", user.partnerId() == null ? user.businessUnitId() : null,
        "partner", user.partnerId(),
        "roles",
            user.roles().stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList(),
        "active", user.active() ? null : false,
        "calendar", file.work().userCalendars().get(user.id()),
        "skills", byName(file.work().skills().getOrDefault(user.id(), Set.of())));
  }

  private Map<String, Object> absence(FileAbsence absence) {
    return values(
        "user", absence.userId(),
        "from", absence.firstDay().toString(),
        "until", absence.lastDay().toString(),
        "substitute", absence.substituteId(),
        "reason", absence.reason());
  }

  private static Map<String, List<String>> byName(Set<Skill> skills) {
    var byName = new TreeMap<String, List<String>>();
    skills.stream()
        .sorted()
        .forEach(
            skill ->
                byName.computeIfAbsent(skill.name(), name -> new ArrayList<>()).add(skill.value()));
    return byName;
  }

  /** What is null or empty is left out. */
  private static Map<String, Object> values(@Nullable Object... keysAndValues) {
    var values = new LinkedHashMap<String, Object>();
    for (int key = 0; key < keysAndValues.length; key += 2) {
      Object value = keysAndValues[key + 1];
      boolean empty =
          value == null
              || value instanceof List<?> list && list.isEmpty()
              || value instanceof Map<?, ?> map && map.isEmpty();
      if (!empty) {
        values.put((String) keysAndValues[key], value);
      }
    }
    return values;
  }
}
