package org.leadflow.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what an organisation file says about working. */
record FileWorkReader(
    Map<String, Entry> calendars, Map<String, Entry> units, Map<String, Entry> users) {

  private static final int WORD = 64;
  private static final int REASON = 500;

  FileWork read(Map<String, List<String>> managers, List<Entry> absences) {
    var skills = new LinkedHashMap<String, Set<Skill>>();
    users.forEach((id, user) -> skills.put(id, skills(user)));
    return new FileWork(
        calendars.values().stream().flatMap(each -> calendar(each).stream()).toList(),
        calendarsOf(units),
        calendarsOf(users),
        skills,
        managers,
        absences(absences));
  }

  private static Optional<WorkingCalendar> calendar(Entry entry) {
    return new WrittenCalendar(
            entry.text("name", 160),
            entry.text("timeZone", WORD),
            entry.optional("holidays", WORD),
            entry.textsByKey("hours"),
            entry.texts("daysOff"))
        .read(
            entry.id(),
            (field, sentence) -> {
              // A text that is missing was found missing before.
              if (!field.equals("name") && !(field.equals("timeZone") && !entry.has(field))) {
                entry.complain("is wrong in %s: %s.".formatted(field, sentence));
              }
            });
  }

  private Map<String, String> calendarsOf(Map<String, Entry> entries) {
    var chosen = new LinkedHashMap<String, String>();
    entries.forEach(
        (id, entry) -> {
          String calendar = entry.optional("calendar", WORD);
          if (calendar != null && !calendars.containsKey(calendar)) {
            entry.complain(
                OrganizationFileReader.unknown("calendar", calendar, calendars.keySet()));
          } else if (calendar != null) {
            chosen.put(id, calendar);
          }
        });
    return chosen;
  }

  private static Set<Skill> skills(Entry user) {
    var skills = new TreeSet<Skill>();
    user.textsByKey("skills")
        .forEach(
            (name, values) ->
                values.forEach(
                    value ->
                        Skill.read(name, value)
                            .ifPresentOrElse(
                                skills::add,
                                () ->
                                    user.complain(
                                        "has the skill %s: '%s'; write %s."
                                            .formatted(name, value, Skill.FORM)))));
    return skills;
  }

  private List<FileAbsence> absences(List<Entry> entries) {
    var read = new ArrayList<FileAbsence>();
    for (Entry entry : entries) {
      absence(entry)
          .ifPresent(
              absence -> {
                AbsenceRules.faults(
                        absence,
                        read,
                        id -> users.containsKey(id),
                        id -> !"false".equals(users.get(id).optional("active", WORD)))
                    .forEach(fault -> entry.complain(fault.field() + " " + fault.message() + "."));
                read.add(absence);
              });
    }
    return read;
  }

  private static Optional<FileAbsence> absence(Entry entry) {
    String user = entry.text("user", WORD);
    Optional<LocalDate> from = day(entry, "from");
    Optional<LocalDate> until = day(entry, "until");
    String substitute = entry.optional("substitute", WORD);
    String reason = entry.optional("reason", REASON);
    return user.isEmpty() || from.isEmpty() || until.isEmpty()
        ? Optional.empty()
        : Optional.of(new FileAbsence(user, from.get(), until.get(), substitute, reason));
  }

  private static Optional<LocalDate> day(Entry entry, String key) {
    String written = entry.text(key, WORD);
    Optional<LocalDate> day = WrittenCalendar.readDay(written);
    if (day.isEmpty() && !written.isBlank()) {
      entry.complain(
          "is wrong in %s: '%s' is no day; write one such as 2026-12-24.".formatted(key, written));
    }
    return day;
  }
}
