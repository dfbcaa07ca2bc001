package org.leadflow.organization;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.leadflow.core.Ids;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes who is in which team, who looks after it, and who is away, in batches. */
record PeopleRows(JdbcTemplate jdbc) {

  /** The ids of those who joined or left a team. */
  Set<String> members(OrganizationFile stored, OrganizationFile file, Difference difference) {
    var joined = new ArrayList<Object[]>();
    var left = new ArrayList<Object[]>();
    file.members()
        .forEach(
            (team, wanted) -> {
              if (difference.of("team", team, "members")) {
                Set<String> there = Set.copyOf(stored.members().getOrDefault(team, List.of()));
                wanted.stream()
                    .filter(user -> !there.contains(user))
                    .forEach(user -> joined.add(new Object[] {team, user}));
                there.stream()
                    .filter(user -> !wanted.contains(user))
                    .forEach(user -> left.add(new Object[] {team, user}));
              }
            });
    jdbc.batchUpdate("DELETE FROM team_member WHERE team_id = ? AND user_id = ?", left);
    jdbc.batchUpdate("INSERT INTO team_member (team_id, user_id) VALUES (?, ?)", joined);
    var moved = new LinkedHashSet<String>();
    joined.forEach(row -> moved.add((String) row[1]));
    left.forEach(row -> moved.add((String) row[1]));
    return moved;
  }

  void managers(OrganizationFile file, Difference difference) {
    List<String> changed =
        file.work().managers().keySet().stream()
            .filter(team -> difference.of("team", team, "managers"))
            .toList();
    replace(
        "team_manager WHERE team_id = ?",
        changed,
        "team_manager (team_id, user_id) VALUES (?, ?)",
        changed.stream()
            .flatMap(
                team ->
                    file.work().managers().get(team).stream()
                        .map(user -> new Object[] {team, user}))
            .toList());
  }

  /** The absences that were not stored before, as they are now. */
  List<StoredAbsence> absences(
      OrganizationFile file, Difference difference, String by, Instant now) {
    var entered = new ArrayList<StoredAbsence>();
    var added = new ArrayList<Object[]>();
    var changed = new ArrayList<Object[]>();
    for (FileAbsence absence : file.work().absences()) {
      if (difference.isNew("absence", absence.key())) {
        var stored =
            new StoredAbsence(
                Ids.next(),
                absence.userId(),
                absence.firstDay(),
                absence.lastDay(),
                absence.substituteId(),
                absence.reason(),
                now,
                by.isEmpty() ? "leadflow" : by,
                null,
                null);
        entered.add(stored);
        added.add(
            new Object[] {
              absence.userId(),
              absence.firstDay(),
              absence.lastDay(),
              absence.substituteId(),
              absence.reason(),
              OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
              stored.enteredBy(),
              stored.absenceId()
            });
      } else if (difference.of("absence", absence.key(), "substitute", "reason")) {
        changed.add(
            new Object[] {
              absence.substituteId(),
              absence.reason(),
              absence.userId(),
              absence.firstDay(),
              absence.lastDay()
            });
      }
    }
    jdbc.batchUpdate(
        """
        INSERT INTO absence
          (user_id, first_day, last_day, substitute_id, reason, entered_on, entered_by, absence_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        added);
    jdbc.batchUpdate(
        """
        UPDATE absence SET substitute_id = ?, reason = ?
        WHERE user_id = ? AND first_day = ? AND last_day = ? AND canceled_on IS NULL
        """,
        changed);
    return entered;
  }

  /** Deletes what each of these ids has, and writes the rows in its place. */
  void replace(String delete, List<String> ids, String insert, List<Object[]> rows) {
    jdbc.batchUpdate("DELETE FROM " + delete, ids.stream().map(id -> new Object[] {id}).toList());
    jdbc.batchUpdate("INSERT INTO " + insert, rows);
  }
}
