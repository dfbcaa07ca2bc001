package org.leadflow.organization;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as texts, so that two of them can be compared: what is said by the name of the
 * field, by the id, by the kind of thing.
 */
record FileRows(Map<String, Map<String, Map<String, @Nullable String>>> rows) {

  static FileRows of(OrganizationFile file) {
    var rows = new FileRows(new LinkedHashMap<>());
    FileWork work = file.work();
    FileCurrencies currencies = file.currencies();
    currencies.rates().forEach((code, rate) -> rows.add("currency", code, "rate", number(rate)));
    for (WorkingCalendar calendar : work.calendars()) {
      WrittenCalendar written = WrittenCalendar.of(calendar);
      rows.add("calendar", calendar.id(), "name", written.name());
      rows.add("calendar", calendar.id(), "timeZone", written.timeZone());
      rows.add("calendar", calendar.id(), "holidays", written.holidays());
      rows.add("calendar", calendar.id(), "hours", written.hours().toString());
      rows.add("calendar", calendar.id(), "daysOff", sorted(written.daysOff()));
    }
    for (BusinessUnit unit : file.units()) {
      rows.add("unit", unit.id(), "name", unit.name());
      rows.add("unit", unit.id(), "parent", unit.parentId());
      rows.add("unit", unit.id(), "currency", currencies.unitDefaults().get(unit.id()));
      rows.add("unit", unit.id(), "calendar", work.unitCalendars().get(unit.id()));
    }
    for (ChannelPartner partner : file.partners()) {
      rows.add("partner", partner.id(), "name", partner.name());
      rows.add("partner", partner.id(), "unit", partner.businessUnitId());
    }
    for (Team team : file.teams()) {
      rows.add("team", team.id(), "name", team.name());
      rows.add("team", team.id(), "unit", team.businessUnitId());
      rows.add("team", team.id(), "partner", team.partnerId());
      rows.add("team", team.id(), "members", sorted(file.members().get(team.id())));
      rows.add("team", team.id(), "managers", sorted(work.managers().get(team.id())));
    }
    for (User user : file.users()) {
      rows.add("user", user.id(), "name", user.name());
      rows.add("user", user.id(), "email", user.email());
      rows.add("user", user.id(), "unit", user.businessUnitId());
      rows.add("user", user.id(), "partner", user.partnerId());
      rows.add("user", user.id(), "roles", sorted(user.roles()));
      rows.add("user", user.id(), "active", String.valueOf(user.active()));
      rows.add("user", user.id(), "calendar", work.userCalendars().get(user.id()));
      Set<Skill> skills = work.skills().getOrDefault(user.id(), Set.of());
      rows.add(
          "user",
          user.id(),
          "skills",
          sorted(skills.stream().map(skill -> skill.name() + "=" + skill.value()).toList()));
    }
    for (FileAbsence absence : work.absences()) {
      rows.add("absence", absence.key(), "substitute", absence.substituteId());
      rows.add("absence", absence.key(), "reason", absence.reason());
    }
    return rows;
  }

  /** What changes when these rows become as those of a file say; no reason of an absence in it. */
  List<FileChange> changesTo(FileRows file) {
    var changes = new ArrayList<FileChange>();
    file.rows.forEach(
        (kind, wanted) -> {
          var there = rows.getOrDefault(kind, Map.of());
          wanted.forEach(
              (id, fields) -> {
                if (!there.containsKey(id)) {
                  changes.add(new FileChange(kind, id, "new"));
                  return;
                }
                fields.forEach(
                    (field, value) -> {
                      String before = there.get(id).get(field);
                      if (!Objects.equals(before, value)) {
                        changes.add(new FileChange(kind, id, sentence(field, before, value)));
                      }
                    });
              });
        });
    return changes;
  }

  /** Whether these rows and those of a file do not say the same in any of these fields. */
  boolean differ(FileRows file, String kind, String id, String... fields) {
    Map<String, @Nullable String> before = rows.getOrDefault(kind, Map.of()).get(id);
    Map<String, @Nullable String> after = file.rows.getOrDefault(kind, Map.of()).get(id);
    if (before == null || after == null) {
      return before != after;
    }
    for (String field : fields) {
      if (!Objects.equals(before.get(field), after.get(field))) {
        return true;
      }
    }
    return false;
  }

  boolean has(String kind, String id) {
    return rows.getOrDefault(kind, Map.of()).containsKey(id);
  }

  private static String sentence(String field, @Nullable String before, @Nullable String after) {
    if (field.equals("reason")) {
      return "another reason";
    }
    return "%s: %s becomes %s".formatted(field, quoted(before), quoted(after));
  }

  private static String quoted(@Nullable String value) {
    return value == null || value.isEmpty() ? "nothing" : "'" + value + "'";
  }

  private void add(String kind, String id, String field, @Nullable String value) {
    rows.computeIfAbsent(kind, absent -> new LinkedHashMap<>())
        .computeIfAbsent(id, absent -> new LinkedHashMap<>())
        .put(field, value);
  }

  private static String sorted(@Nullable Collection<?> values) {
    return values == null
        ? ""
        : values.stream().map(Object::toString).sorted().collect(joining(", "));
  }

  private static String number(BigDecimal rate) {
    return rate.stripTrailingZeros().toPlainString();
  }
}
