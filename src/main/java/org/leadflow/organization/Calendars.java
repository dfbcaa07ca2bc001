package org.leadflow.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadflow.core.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Answers when people work. Looked up every few seconds, so that asking costs no statement; what is
 * changed here is seen when its transaction has ended.
 */
@Component
public class Calendars {

  private final CalendarTable table;
  private volatile Remembered<StoredCalendars> remembered;

  Calendars(JdbcClient jdbc) {
    this.table = new CalendarTable(jdbc);
    this.remembered = new Remembered<>(table::read);
  }

  /**
   * The working time of each of these users: of his own calendar, else of his unit's, else of the
   * nearest unit's above it, else {@link WorkingTime#ALWAYS}. A user who does not exist works
   * always.
   */
  public Map<String, WorkingTime> of(Collection<String> userIds) {
    StoredCalendars stored = knowing(userIds);
    var times = new HashMap<String, WorkingTime>();
    for (String userId : userIds) {
      times.put(userId, stored.of(userId));
    }
    return times;
  }

  /** Ids of the calendars by which these users work. */
  public Set<String> usedBy(Collection<String> userIds) {
    StoredCalendars stored = knowing(userIds);
    return userIds.stream()
        .flatMap(userId -> stored.calendarOf(userId).stream())
        .collect(Collectors.toSet());
  }

  /** Id of the calendar by which a unit works; empty when that is always. */
  public Optional<String> usedByUnit(String unitId) {
    return remembered.get().calendarAbove(unitId);
  }

  private StoredCalendars knowing(Collection<String> userIds) {
    StoredCalendars stored = remembered.get();
    if (!stored.knows(userIds)) {
      forget();
      stored = remembered.get();
    }
    return stored;
  }

  /** See {@link #of(Collection)}. */
  public WorkingTime of(String userId) {
    return of(List.of(userId)).get(userId);
  }

  /**
   * The working time of a unit: of its calendar, else of the nearest one above it, else {@link
   * WorkingTime#ALWAYS}.
   */
  public WorkingTime ofUnit(String unitId) {
    return remembered.get().ofUnit(unitId);
  }

  /** Looks it up anew once the transaction of the caller has committed. */
  void forgetAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            forget();
          }
        });
  }

  private void forget() {
    remembered = new Remembered<>(table::read);
  }
}
