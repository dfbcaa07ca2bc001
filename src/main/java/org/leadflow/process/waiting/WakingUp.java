package org.leadflow.process.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.leadflow.assignment.PoolChanged;
import org.leadflow.lead.LeadEvent.LeadAssigned;
import org.leadflow.lead.LeadEvent.LeadClosed;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.AbsenceCanceled;
import org.leadflow.organization.CalendarSaved;
import org.leadflow.organization.MembershipChanged;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.UserSaved;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes who may have become available, and a moment later wakes leads that wait for his teams.
 * Noting costs no statement, since every closed lead may make room; what a crash forgets is made
 * good by the timer of each waiting lead.
 */
@Component
class WakingUp {

  /** At a time for each team; more follow as people take them. */
  private static final int AT_MOST = 20;

  private final Set<String> users = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> rooms = new ConcurrentHashMap<>();
  private final Map<String, Integer> following = new ConcurrentHashMap<>();
  private final Set<String> teams = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean all = new AtomicBoolean();
  private final Organization organization;
  private final WaitingLeads waiting;
  private final LeadRecords leads;
  private final TransactionOperations transactions;
  private final Clock clock;

  WakingUp(
      Organization organization,
      WaitingLeads waiting,
      LeadRecords leads,
      TransactionOperations transactions,
      Clock clock) {
    this.organization = organization;
    this.waiting = waiting;
    this.leads = leads;
    this.transactions = transactions;
    this.clock = clock;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(UserSaved saved) {
    users.add(saved.userId());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(MembershipChanged changed) {
    users.add(changed.userId());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(AbsenceCanceled canceled) {
    users.add(canceled.absence().userId());
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(PoolChanged changed) {
    teams.add(changed.teamId());
  }

  /** Whose hours these are is not looked up: calendars change rarely. */
  @TransactionalEventListener(fallbackExecution = true)
  void on(CalendarSaved saved) {
    all.set(true);
  }

  /** The lead is in hand still, so that asking for its owner reads nothing. */
  @EventListener
  void on(LeadClosed closed) {
    Owner owner = leads.get(closed.leadId()).owner();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            hasRoom(owner);
          }
        });
  }

  @TransactionalEventListener
  void on(LeadAssigned assigned) {
    hasRoom(assigned.before());
    // Somebody took a lead that waited, so the next one may look, too.
    if (assigned.before().kind() == Owner.Kind.TEAM
        && assigned.owner().kind() == Owner.Kind.USER
        && !assigned.before().id().equals(Organization.INTAKE_TEAM)) {
      following.merge(assigned.before().id(), 1, Integer::sum);
    }
  }

  /** For one lead more, not for all that wait: each look that finds nobody counts as a wait. */
  private void hasRoom(Owner owner) {
    if (owner.kind() == Owner.Kind.USER) {
      rooms.merge(owner.id(), 1, Integer::sum);
    }
  }

  @Scheduled(fixedDelayString = "${leadflow.process.sweep-every:5s}")
  void wake() {
    Set<String> available = taken(users);
    Map<String, Integer> free = taken(rooms);
    Map<String, Integer> atMost = taken(following);
    Set<String> changed = taken(teams);
    boolean every = all.getAndSet(false);
    if (available.isEmpty() && free.isEmpty() && atMost.isEmpty() && changed.isEmpty() && !every) {
      return;
    }
    Instant now = clock.instant();
    transactions.executeWithoutResult(
        transaction -> {
          free.forEach(
              (user, leads) ->
                  organization
                      .teamIdsOf(user)
                      .forEach(team -> atMost.merge(team, leads, Integer::sum)));
          available.forEach(user -> changed.addAll(organization.teamIdsOf(user)));
          changed.addAll(every ? waiting.teams(now) : Set.of());
          changed.forEach(team -> atMost.put(team, AT_MOST));
          atMost.forEach((team, leads) -> waiting.wake(team, Math.min(leads, AT_MOST), now));
        });
  }

  private static Set<String> taken(Set<String> noted) {
    var taken = new HashSet<>(noted);
    noted.removeAll(taken);
    return taken;
  }

  private static Map<String, Integer> taken(Map<String, Integer> noted) {
    var taken = new HashMap<String, Integer>();
    noted.keySet().forEach(each -> taken.put(each, noted.remove(each)));
    return taken;
  }
}
