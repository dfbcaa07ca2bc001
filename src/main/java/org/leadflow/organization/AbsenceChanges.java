package org.leadflow.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Ids;
import org.leadflow.core.Time;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters and cancels absences. Each method is one transaction, or a part of the caller's, and
 * publishes {@link AbsenceEntered} or {@link AbsenceCanceled} in it. Nothing is deleted.
 */
@Component
@Transactional
public class AbsenceChanges {

  private final JdbcClient jdbc;
  private final Organization organization;
  private final OrganizationState state;
  private final Absences absences;
  private final Calendars calendars;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AbsenceChanges(
      JdbcClient jdbc,
      Organization organization,
      OrganizationState state,
      Absences absences,
      Calendars calendars,
      ApplicationEventPublisher events,
      ObjectProvider<Clock> clock) {
    this.jdbc = jdbc;
    this.organization = organization;
    this.state = state;
    this.absences = absences;
    this.calendars = calendars;
    this.events = events;
    this.clock = clock.getIfAvailable(Time::inMicroseconds);
  }

  /**
   * Enters an absence, unless something is wrong with it.
   *
   * @param from the first day away, in the time zone of whoever is away
   * @param until the last day away
   * @param byUserId who enters it
   */
  public Answer enter(
      String userId,
      LocalDate from,
      LocalDate until,
      @Nullable String substituteId,
      @Nullable String reason,
      String byUserId) {
    var absence = new FileAbsence(userId, from, until, substituteId, reason);
    lock(absence);
    LocalDate today = clock.instant().atZone(calendars.of(userId).zone()).toLocalDate();
    List<FieldFault> faults =
        new ArrayList<>(
            AbsenceRules.faults(
                absence,
                state.absences(from),
                id -> organization.user(id).isPresent(),
                id -> organization.user(id).filter(User::active).isPresent()));
    if (until.isBefore(today)) {
      faults.add(new FieldFault("until", "is over: today is " + today));
    }
    if (!faults.isEmpty()) {
      return new Answer(null, faults);
    }
    UUID id = Ids.next();
    jdbc.sql(
            """
            INSERT INTO absence
              (absence_id, user_id, first_day, last_day, substitute_id, reason, entered_on, entered_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(id, userId, from, until, substituteId, reason, now(), byUserId)
        .update();
    StoredAbsence entered = absences.find(id).orElseThrow();
    events.publishEvent(new AbsenceEntered(entered.in(calendars.of(userId).zone())));
    return new Answer(entered, List.of());
  }

  /**
   * Cancels an absence, or what is left of it; nothing happens when it is canceled already.
   *
   * @return the absence as it is now; empty for one that does not exist
   */
  public Optional<StoredAbsence> cancel(UUID absenceId, String byUserId) {
    int canceled =
        jdbc.sql(
                """
                UPDATE absence SET canceled_on = ?, canceled_by = ?
                WHERE absence_id = ? AND canceled_on IS NULL
                """)
            .params(now(), byUserId, absenceId)
            .update();
    Optional<StoredAbsence> absence = absences.find(absenceId);
    if (canceled > 0) {
      absence.ifPresent(
          each ->
              events.publishEvent(
                  new AbsenceCanceled(each.in(calendars.of(each.userId()).zone()))));
    }
    return absence;
  }

  /** Two who become each other's substitutes at the same moment wait for each other here. */
  private void lock(FileAbsence absence) {
    Set<String> people = new HashSet<>(Set.of(absence.userId()));
    if (absence.substituteId() != null) {
      people.add(absence.substituteId());
    }
    for (String id : new TreeSet<>(people)) {
      if (ReadableId.fits(id)) {
        jdbc.sql("SELECT id FROM app_user WHERE id = ? FOR UPDATE")
            .param(id)
            .query(String.class)
            .optional();
      }
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * What came of entering an absence.
   *
   * @param entered null when something was wrong
   */
  public record Answer(@Nullable StoredAbsence entered, List<FieldFault> faults) {}
}
