package org.leadflow.assignment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Takes turns: every team has one pool, and its settings say to whom a turn goes. Without settings
 * to the member who waited longest in it.
 *
 * <p>All state is in the database, so that restarts, threads and nodes share it, and one pool never
 * moves another.
 */
@Component
public class Pools {

  private final PoolRows rows;
  private final LookingAround around;
  private final Workload workload;
  private final PastTheTurn past;
  private final TurnsTogether together;

  Pools(
      PoolRows rows,
      LookingAround around,
      Workload workload,
      PastTheTurn past,
      TurnsTogether together) {
    this.past = past;
    this.together = together;
    this.rows = rows;
    this.around = around;
    this.workload = workload;
  }

  /**
   * Takes the next turn for the caller; for a pool without settings in three statements.
   *
   * <p>The pool is read and decided on first, and locked only to count the turn, until the caller's
   * transaction ends. Who comes second finds it changed, and decides anew behind the lock. So call
   * this as late as possible and once in a transaction; what the transaction rolls back was never a
   * turn. When nobody is available nothing stays locked, and the next pool may be asked. Somebody
   * who is passed over keeps his place.
   *
   * <p>A member with a capacity is locked, after his pool, before his open leads are counted: he
   * may be in several pools.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Turn next(String teamId, Asking asking) {
    boolean reckons = together.isReckoned();
    Optional<Pool> read =
        (reckons ? together.find(teamId) : Optional.<Pool>empty())
            .or(() -> rows.read(teamId, asking.leadId(), asking.now()));
    if (read.isEmpty()) {
      return Answer.noPool(teamId);
    }
    Contest contest = contest(read.get(), asking);
    return none(contest)
        .orElseGet(
            () ->
                reckons && read.get().reckonsAlone()
                    ? takeTogether(contest)
                    : takeLocked(contest, asking));
  }

  private Turn takeLocked(Contest read, Asking asking) {
    Pool pool = read.pool();
    Contest contest = read;
    Object unlocked = pool.hasCapacities() ? savepoint() : null;
    if (!rows.claim(pool)) {
      unlocked = unlocked == null ? savepoint() : unlocked;
      rows.lock(pool.teamId());
      contest =
          contest(
              rows.read(pool.teamId(), asking.leadId(), asking.now()).orElseThrow().beforeTurn(),
              asking);
    }
    Turn turn = none(contest).orElse(null);
    turn = turn == null ? settle(contest, asking) : turn;
    if (unlocked != null && !(turn instanceof Turn.Taken)) {
      back(unlocked);
    }
    return turn;
  }

  /**
   * Counts a lead given past the turn as a turn of this member, if the pool's settings say so. The
   * same holds of the lock as for a turn.
   *
   * @return whether it counts; false also for somebody who is no member
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean count(String teamId, String userId, Way way) {
    return past.count(teamId, userId, way);
  }

  /** {@link #count(String, String, Way)} in every pool the user is a member of. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void count(String userId, Way way) {
    rows.poolsOf(userId).forEach(teamId -> past.count(teamId, userId, way));
  }

  /**
   * Gives a turn back because its lead was none, if the pool's settings say so; once for each lead.
   *
   * @return whether the member gets a turn back; false also when he got it already, and for
   *     somebody who is no member
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean credit(String teamId, String userId, UUID leadId) {
    return past.credit(teamId, userId, leadId);
  }

  private Contest contest(Pool pool, Asking asking) {
    return Contest.of(pool, asking, around.of(pool, asking));
  }

  /** The answer when no turn is to be given; empty when somebody may have it. */
  private static Optional<Turn> none(Contest contest) {
    PoolSettings settings = contest.pool().settings();
    if (!settings.paused() && settings.strategy() == Strategy.QUEUE) {
      return Optional.of(new Answer(contest).queue());
    }
    return settings.paused() || contest.inOrder().isEmpty()
        ? Optional.of(new Answer(contest).nobody())
        : Optional.empty();
  }

  /** Who may have it can have it: whether he still could is asked before the commit. */
  private Turn takeTogether(Contest contest) {
    Contender first = contest.inOrder().get(0);
    boolean credit = contest.usesCredit(first);
    together.take(contest.pool(), first.member(), contest.paid(), credit ? 1 : 0);
    return new Answer(contest).taken(first, credit, contest.paid());
  }

  /** Gives the turn to the first who can still have it. */
  private Turn settle(Contest before, Asking asking) {
    Contest contest = before;
    List<Contender> inOrder = contest.inOrder();
    while (!inOrder.isEmpty()) {
      Contender first = inOrder.get(0);
      Optional<Stop> stop = stopAtLast(contest, first, asking);
      if (stop.isEmpty()) {
        return take(contest, first);
      }
      contest = contest.without(first.receiver(), stop.get());
      inOrder = contest.inOrder();
    }
    return new Answer(contest).nobody();
  }

  private Optional<Stop> stopAtLast(Contest contest, Contender first, Asking asking) {
    Member receiver = first.receiver();
    if (receiver.settings().capacity() != null) {
      Object unlocked = savepoint();
      rows.lockSeller(receiver.id());
      Optional<Stop> full =
          Gates.capacity(receiver, workload.openOf(receiver.id(), asking.leadId()));
      if (full.isPresent()) {
        back(unlocked);
        return full;
      }
    }
    boolean taken =
        rows.take(
            contest.pool().teamId(),
            first.member(),
            contest.pool().turn() + 1,
            contest.paid(),
            contest.usesCredit(first) ? 1 : 0,
            receiver.id());
    return taken ? Optional.empty() : Optional.of(Stop.at(Gate.INACTIVE));
  }

  private Turn take(Contest contest, Contender winner) {
    Pool pool = contest.pool();
    if (!contest.sharing().isEmpty()) {
      rows.accrue(
          pool.teamId(),
          contest.sharing().stream().map(Member::id).toList(),
          Shares.of(contest.sharing()).sum());
    }
    if (winner.substitute() != null) {
      rows.stoodIn(pool.teamId(), winner.substitute().id());
    }
    return new Answer(contest).taken(winner, contest.usesCredit(winner), contest.paid());
  }

  private static Object savepoint() {
    return TransactionAspectSupport.currentTransactionStatus().createSavepoint();
  }

  /** Gives back what was locked since. */
  private static void back(Object savepoint) {
    TransactionAspectSupport.currentTransactionStatus().rollbackToSavepoint(savepoint);
  }
}
