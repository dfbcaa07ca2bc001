package org.leadflow.organization;

import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.leadflow.core.FieldFault;

/** What an absence must be like, whether it stands in a file or comes through a door. */
final class AbsenceRules {

  private static final int LONGEST_IN_DAYS = 3 * 366;

  private AbsenceRules() {}

  /**
   * Everything wrong with an absence; the fields are named as in requests and files.
   *
   * @param others the absences there are already, of anybody
   * @param exists whether there is a user of an id
   * @param active whether that user is active; asked for users who exist only
   */
  static List<FieldFault> faults(
      FileAbsence absence,
      Collection<FileAbsence> others,
      Predicate<String> exists,
      Predicate<String> active) {
    var faults = new ArrayList<FieldFault>();
    if (!exists.test(absence.userId())) {
      faults.add(new FieldFault("user", "'%s' does not exist".formatted(absence.userId())));
    }
    if (absence.lastDay().isBefore(absence.firstDay())) {
      faults.add(new FieldFault("until", "must not be before from"));
    } else if (ChronoUnit.DAYS.between(absence.firstDay(), absence.lastDay()) > LONGEST_IN_DAYS) {
      faults.add(
          new FieldFault("until", "is more than three years after from; deactivate the user"));
    }
    others.stream()
        .filter(other -> other.userId().equals(absence.userId()) && other.overlaps(absence))
        .findFirst()
        .ifPresent(
            other ->
                faults.add(
                    new FieldFault(
                        "from",
                        "overlaps the absence from %s until %s; cancel that one first"
                            .formatted(other.firstDay(), other.lastDay()))));
    if (absence.substituteId() != null) {
      substitute(absence, others, exists, active, faults);
    }
    return faults;
  }

  private static void substitute(
      FileAbsence absence,
      Collection<FileAbsence> others,
      Predicate<String> exists,
      Predicate<String> active,
      List<FieldFault> faults) {
    String substitute = absence.substituteId();
    String wrong = null;
    if (substitute.equals(absence.userId())) {
      wrong = "must be somebody else";
    } else if (!exists.test(substitute)) {
      wrong = "'%s' does not exist".formatted(substitute);
    } else if (!active.test(substitute)) {
      wrong = "'%s' is not active".formatted(substitute);
    } else if (comesBack(absence, others)) {
      wrong =
          "'%s' is away in these days and would in the end be stood in for by '%s'"
              .formatted(substitute, absence.userId());
    }
    if (wrong != null) {
      faults.add(new FieldFault("substitute", wrong));
    }
  }

  /** Whether the substitutes of substitutes, on days that overlap, lead back to whoever is away. */
  private static boolean comesBack(FileAbsence absence, Collection<FileAbsence> others) {
    Set<String> seen = new HashSet<>();
    var open = new ArrayDeque<>(List.of(absence));
    while (!open.isEmpty()) {
      FileAbsence next = open.poll();
      if (absence.userId().equals(next.substituteId())) {
        return true;
      }
      if (next.substituteId() != null && seen.add(next.substituteId())) {
        others.stream()
            .filter(other -> other.userId().equals(next.substituteId()) && other.overlaps(absence))
            .forEach(open::add);
      }
    }
    return false;
  }
}
