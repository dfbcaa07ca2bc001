package org.leadflow.assignment;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The turns of transactions that route new leads, some of them many. They are reckoned from the
 * pools as they were read, or as the transaction before left them though it is not committed yet,
 * and written before the commit, when that one has ended: so a pool is locked for a moment and not
 * for as long as many leads take. Where somebody had a turn in between, or the transaction before
 * failed, the commit fails with a {@link ConcurrencyFailureException}: it must be begun anew, and
 * nothing of it counts.
 *
 * <p>Only in pools where the next turn depends on the turns before alone; the others, with
 * capacities, caps, weights or somebody away, give each turn under their lock.
 */
@Component
public class TurnsTogether {

  /** After so long a pool is read again, though its turns followed one another until then. */
  private static final Duration TRUSTED = Duration.ofSeconds(5);

  /** For the transaction before, and for whoever reckons: both may have a hundred leads. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final PoolRows rows;
  private final ReentrantLock reckoning = new ReentrantLock();
  private final Map<String, PoolInHand> last = new ConcurrentHashMap<>();

  TurnsTogether(PoolRows rows) {
    this.rows = rows;
  }

  /**
   * Does work of the running transaction that routes many leads; nobody else reckons meanwhile. The
   * work takes its locks in the database after this began: who waits here must hold none that
   * somebody who reckons may need.
   *
   * @param work is given what it calls when all turns are reckoned, so that others go on while it
   *     writes
   */
  public void ofMany(Consumer<Runnable> work) {
    var hand = new Hand();
    bind(hand);
    reckoning.lock();
    try {
      work.accept(
          () -> {
            hand.handOver();
            reckoning.unlock();
          });
    } finally {
      if (reckoning.isHeldByCurrentThread()) {
        reckoning.unlock();
      }
    }
  }

  private void bind(Hand hand) {
    TransactionSynchronizationManager.bindResource(this, hand);
    TransactionSynchronizationManager.registerSynchronization(hand);
  }

  /** Whether a turn is to be reckoned; outside of such work the pool's own lock decides. */
  boolean isReckoned() {
    return hand() != null;
  }

  /** The pool as the turns reckoned so far leave it; empty when it must be read. */
  Optional<Pool> find(String teamId) {
    Hand hand = hand();
    return hand == null ? Optional.empty() : hand.find(teamId).map(PoolInHand::now);
  }

  /** Gives the turn to a member. */
  void take(Pool read, Member winner, long paid, int credit) {
    Hand hand = hand();
    hand.pools
        .computeIfAbsent(read.teamId(), team -> new PoolInHand(read, hand.ending))
        .take(winner, paid, credit);
  }

  private @Nullable Hand hand() {
    return (Hand) TransactionSynchronizationManager.getResource(this);
  }

  /** What one transaction reckoned. */
  private final class Hand implements TransactionSynchronization {

    private final Ending ending = new Ending();
    private final Map<String, PoolInHand> pools = new TreeMap<>();

    private void handOver() {
      pools.forEach(
          (teamId, pool) -> {
            if (pool.hasTurns()) {
              last.put(teamId, pool);
            }
          });
    }

    private Optional<PoolInHand> find(String teamId) {
      PoolInHand mine = pools.get(teamId);
      PoolInHand before = last.get(teamId);
      if (mine == null && before != null) {
        if (before.isOlderThan(TRUSTED)) {
          before.ending().await(LONGEST_WAIT);
          return Optional.empty();
        }
        mine = before.goesOn(ending);
        pools.put(teamId, mine);
      }
      return Optional.ofNullable(mine);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      for (PoolInHand pool : pools.values()) {
        if (!pool.write(rows, LONGEST_WAIT)) {
          throw new ConcurrencyFailureException(
              "somebody else had a turn of " + pool.now().teamId() + ", or a member left");
        }
      }
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(TurnsTogether.this);
      boolean committed = status == STATUS_COMMITTED;
      ending.is(committed);
      pools.forEach(
          (teamId, pool) ->
              last.computeIfPresent(teamId, (team, now) -> committed && now != pool ? now : null));
    }
  }
}
