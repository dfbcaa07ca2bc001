package org.leadflow.process.identity;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The teams and users that changed in one transaction, handed over right before it commits. */
final class ChangedInTransaction implements TransactionSynchronization {

  private final Object owner;
  private final BiConsumer<Set<String>, Set<String>> work;
  private final Set<String> teamIds = new LinkedHashSet<>();
  private final Set<String> userIds = new LinkedHashSet<>();
  private boolean collects;

  private ChangedInTransaction(
      Object owner, BiConsumer<Set<String>, Set<String>> work, boolean collects) {
    this.owner = owner;
    this.work = work;
    this.collects = collects;
  }

  /**
   * Those of the running transaction; without one each is handed over at once.
   *
   * @param owner by whom they are found again
   * @param work takes the ids of the teams and of the users
   */
  static ChangedInTransaction of(Object owner, BiConsumer<Set<String>, Set<String>> work) {
    @Nullable Object found = TransactionSynchronizationManager.getResource(owner);
    if (found != null) {
      return (ChangedInTransaction) found;
    }
    boolean inTransaction =
        TransactionSynchronizationManager.isSynchronizationActive()
            && TransactionSynchronizationManager.isActualTransactionActive();
    var changed = new ChangedInTransaction(owner, work, inTransaction);
    if (inTransaction) {
      TransactionSynchronizationManager.bindResource(owner, changed);
      TransactionSynchronizationManager.registerSynchronization(changed);
    }
    return changed;
  }

  void team(String teamId) {
    teamIds.add(teamId);
    handOver();
  }

  void user(String userId) {
    userIds.add(userId);
    handOver();
  }

  /** What changes after this, while others get ready to commit, is handed over at once. */
  @Override
  public void beforeCommit(boolean readOnly) {
    collects = false;
    handOver();
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(owner);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(owner, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(owner);
  }

  private void handOver() {
    if (collects) {
      return;
    }
    Set<String> teams = Set.copyOf(teamIds);
    Set<String> users = Set.copyOf(userIds);
    teamIds.clear();
    userIds.clear();
    work.accept(teams, users);
  }
}
