package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.access.Permissions;
import org.leadflow.organization.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes take a turn of one pool at once, their statements in every order there is. A node that
 * would wait for the other's lock is left waiting until the other commits.
 */
class TwoNodesTests {

  @ParameterizedTest
  @EnumSource
  @Timeout(300)
  @DisplayName("T-09 two nodes at once never read the same turn twice, in any order of statements")
  void twoNodesNeverGiveTheSameTurnTwice(Database database) throws Exception {
    Explored explored = explore(database, Stepped.class);

    assertThat(explored.faults).isEmpty();
    assertThat(explored.schedules).isGreaterThanOrEqualTo(20);
  }

  @Test
  @Timeout(300)
  void aPointerThatIsReadAndThenWrittenIsCaught() throws Exception {
    assertThat(explore(Database.H2, ReadThenWrite.class).faults).isNotEmpty();
  }

  private static Explored explore(Database database, Class<? extends PoolRows> rows)
      throws Exception {
    String url = database.create();
    var explored = new Explored();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Turns one = Turns.on(url, rows);
        Turns two = Turns.on(url, rows)) {
      var choices = new Choices();
      do {
        String team = "pool-" + explored.schedules++;
        one.pool(team, "a", "b");
        one.turns(team, 1);
        fault(one, two, team, threads, choices).ifPresent(explored.faults::add);
      } while (choices.another());
    } finally {
      threads.shutdownNow();
    }
    return explored;
  }

  private static java.util.Optional<String> fault(
      Turns one, Turns two, String team, ExecutorService threads, Choices choices)
      throws Exception {
    var steps = new Steps();
    var first = new Walk(steps);
    var second = new Walk(steps);
    Future<String> ofOne = threads.submit(() -> first.walk(one, team));
    Future<String> ofTwo = threads.submit(() -> second.walk(two, team));
    steps.conduct(List.of(first, second), choices);
    List<String> winners = List.of(ofOne.get(), ofTwo.get());
    List<Long> places =
        one.node
            .jdbc()
            .sql("select last_turn from pool_member where team_id = ? order by last_turn")
            .param(team)
            .query(Long.class)
            .list();
    boolean fair = winners.containsAll(List.of("a", "b")) && places.equals(List.of(2L, 3L));
    return fair
        ? java.util.Optional.empty()
        : java.util.Optional.of(choices + " gave " + winners + " " + places);
  }

  private static final class Explored {
    private final List<String> faults = new ArrayList<>();
    private int schedules;
  }

  /** One way through a tree of choices after the other. */
  private static final class Choices {

    private final List<Integer> chosen = new ArrayList<>();
    private final List<Integer> options = new ArrayList<>();
    private int depth;

    int of(int number) {
      if (depth == chosen.size()) {
        chosen.add(0);
        options.add(number);
      }
      return Math.min(chosen.get(depth++), number - 1);
    }

    boolean another() {
      depth = 0;
      while (!chosen.isEmpty()) {
        int last = chosen.size() - 1;
        if (chosen.get(last) + 1 < options.get(last)) {
          chosen.set(last, chosen.get(last) + 1);
          return true;
        }
        chosen.remove(last);
        options.remove(last);
      }
      return false;
    }

    @Override
    public String toString() {
      return chosen.toString();
    }
  }

  /** Lets one node at a time do one statement. */
  private static final class Steps {

    private List<Walk> walks = List.of();

    /** Who waited for a lock of somebody who ended moves on. */
    synchronized void release() {
      walks.stream()
          .filter(walk -> walk.state == State.BLOCKED)
          .forEach(walk -> walk.state = State.MOVING);
    }

    synchronized void conduct(List<Walk> both, Choices choices) throws InterruptedException {
      walks = both;
      while (true) {
        while (walks.stream().anyMatch(walk -> walk.state == State.MOVING)) {
          wait();
        }
        List<Walk> ready = walks.stream().filter(walk -> walk.state == State.READY).toList();
        if (ready.isEmpty()) {
          return;
        }
        Walk next = ready.get(choices.of(ready.size()));
        boolean blocked = next.locks && walks.stream().anyMatch(walk -> walk != next && walk.holds);
        next.state = blocked ? State.BLOCKED : State.MOVING;
        notifyAll();
        if (blocked) {
          wait(10);
        }
      }
    }
  }

  private enum State {
    MOVING,
    READY,
    BLOCKED,
    DONE
  }

  /** One node's way through its statements. */
  private static final class Walk {

    private static final ThreadLocal<Walk> CURRENT = new ThreadLocal<>();

    private final Steps steps;
    private State state = State.MOVING;
    private boolean locks;
    private boolean holds;

    Walk(Steps steps) {
      this.steps = steps;
    }

    String walk(Turns node, String team) {
      CURRENT.set(this);
      try {
        return node.node.inTransaction(
            () -> {
              Turn turn = node.node.get(Pools.class).next(team, Turns.without());
              step(false);
              return Turns.winner(turn);
            });
      } finally {
        CURRENT.remove();
        synchronized (steps) {
          state = State.DONE;
          holds = false;
          steps.release();
          steps.notifyAll();
        }
      }
    }

    static void step(boolean locks) {
      Walk walk = CURRENT.get();
      if (walk != null) {
        walk.await(locks);
      }
    }

    static void holds(boolean held) {
      Walk walk = CURRENT.get();
      if (walk != null) {
        synchronized (walk.steps) {
          walk.holds = walk.holds || held;
        }
      }
    }

    private void await(boolean willLock) {
      synchronized (steps) {
        locks = willLock;
        state = State.READY;
        steps.notifyAll();
        while (state == State.READY) {
          try {
            steps.wait();
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
        }
        // Who is let into a lock moves on when the other has committed.
      }
    }
  }

  /** The statements as they are, one step each. */
  static class Stepped extends PoolRows {

    Stepped(JdbcClient jdbc, Permissions permissions) {
      super(jdbc, permissions);
    }

    @Override
    java.util.Optional<Pool> read(String teamId, java.util.UUID leadId, java.time.Instant now) {
      Walk.step(false);
      return super.read(teamId, leadId, now);
    }

    @Override
    boolean claim(Pool seen) {
      Walk.step(true);
      boolean claimed = count(seen);
      Walk.holds(claimed);
      return claimed;
    }

    boolean count(Pool seen) {
      return super.claim(seen);
    }

    @Override
    void lock(String teamId) {
      Walk.step(true);
      super.lock(teamId);
      Walk.holds(true);
    }

    @Override
    boolean take(String teamId, Member member, long turn, long paid, int credit, String who) {
      Walk.step(false);
      return super.take(teamId, member, turn, paid, credit, who);
    }
  }

  /** The mistake: the pointer is written as it was read, whatever happened since. */
  static class ReadThenWrite extends Stepped {

    private final JdbcClient jdbc;

    ReadThenWrite(JdbcClient jdbc, Permissions permissions) {
      super(jdbc, permissions);
      this.jdbc = jdbc;
    }

    @Override
    boolean count(Pool seen) {
      jdbc.sql("update pool set turn = ? where team_id = ?")
          .params(seen.turn() + 1, seen.teamId())
          .update();
      return true;
    }
  }
}
