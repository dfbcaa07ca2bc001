package org.leadflow.process.waiting;

import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.leadflow.lead.LeadEvent.LeadAssigned;
import org.leadflow.lead.LeadEvent.LeadClosed;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.AbsenceCanceled;
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
  }

  private void hasRoom(Owner owner) {
    if (owner.kind() == Owner.Kind.USER) {
      users.add(owner.id());
    }
  }

  @Scheduled(fixedDelayString = "${leadflow.process.sweep-every:5s}")
  void wake() {
    Set<String> available = new HashSet<>(users);
    if (available.isEmpty()) {
      return;
    }
    users.removeAll(available);
    transactions.executeWithoutResult(
        transaction -> {
          Set<String> teams = new HashSet<>();
          available.forEach(user -> teams.addAll(organization.teamIdsOf(user)));
          waiting.wake(teams, AT_MOST, Date.from(clock.instant()));
        });
  }
}
