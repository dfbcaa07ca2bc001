package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.access.Permissions;
import org.leadflow.organization.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A thousand leads, assigned by two nodes with four threads each from pools of 2, 3, 7 and 50, one
 * after the other; {@code -Dleadflow.turns=40000} for more. Some are rolled back, and a member
 * leaves midway.
 */
class PoolFairnessTests {

  private static final int TURNS = Integer.getInteger("leadflow.turns", 1_000);
  private static final List<Integer> SIZES = List.of(2, 3, 7, 50);

  @ParameterizedTest
  @EnumSource
  @Timeout(3600)
  @DisplayName("T-09, T-15 shares differ by at most one on two nodes, and no pool moves another")
  void sharesDifferByAtMostOneThoughTurnsAreRolledBackAndAMemberLeaves(Database database)
      throws Exception {
    String url = database.create();
    try (Turns one = Turns.on(url);
        Turns two = Turns.on(url)) {
      for (int size : SIZES) {
        pool(one, size);
        long begin = System.nanoTime();
        run(List.of(one, two), size, TURNS / SIZES.size());
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
            "%s, pool of %d: %d leads in %.1f s, %.0f/s%n",
            database, size, TURNS / SIZES.size(), seconds, TURNS / SIZES.size() / seconds);
      }
      for (int size : SIZES) {
        List<Long> shares = shares(one, size);
        assertThat(Collections.max(shares) - Collections.min(shares))
            .as("pool of %d: %s", size, shares)
            .isLessThanOrEqualTo(1);
        assertThat(
                one.node
                    .jdbc()
                    .sql("select turn from pool where team_id = ?")
                    .param("of-" + size)
                    .query(Integer.class)
                    .single())
            .isEqualTo(TURNS / SIZES.size());
      }
    }
  }

  /** The mistake: the pointer is written as it was read. What is asserted above finds it. */
  @Test
  @Timeout(120)
  void aPointerThatIsReadAndThenWrittenIsCaught() throws Exception {
    String url = Database.H2.create();
    try (Turns one = Turns.on(url, ReadThenWrite.class);
        Turns two = Turns.on(url, ReadThenWrite.class)) {
      pool(one, 7);

      run(List.of(one, two), 7, 300);

      assertThat(
              one.node
                  .jdbc()
                  .sql("select turn from pool where team_id = 'of-7'")
                  .query(Integer.class)
                  .single())
          .as("turns counted by the pool")
          .isLessThan(300);
    }
  }

  private static void run(List<Turns> nodes, int size, int turns) throws Exception {
    var number = new AtomicInteger();
    var work = new ArrayList<Callable<Void>>();
    for (int worker = 0; worker < 8; worker++) {
      Turns node = nodes.get(worker % nodes.size());
      work.add(
          () -> {
            for (int turn = number.getAndIncrement();
                turn < turns;
                turn = number.getAndIncrement()) {
              if (turn == turns / 2 && size > 2) {
                node.node.changes().leave(id(size, 1), "of-" + size);
              }
              if (turn % 10 == 0) {
                rolledBack(node, "of-" + size);
              }
              node.assign("of-" + size);
            }
            return null;
          });
    }
    allAtOnce(work);
  }

  private static void rolledBack(Turns node, String team) {
    new TransactionTemplate(node.node.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              node.node.get(Pools.class).next(team, Turns.without());
            });
  }

  /** What each of those who stayed was given, as the decisions tell. */
  private static List<Long> shares(Turns node, int size) {
    return members(size)
        .filter(user -> size == 2 || !user.equals(id(size, 1)))
        .map(
            user ->
                node.node
                    .jdbc()
                    .sql("select count(*) from decision where pool_id = ? and owner_user = ?")
                    .params("of-" + size, user)
                    .query(Long.class)
                    .single())
        .toList();
  }

  private static void allAtOnce(List<Callable<Void>> work) throws Exception {
    var threads = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void pool(Turns node, int size) {
    node.pool("of-" + size, members(size).toArray(String[]::new));
  }

  private static Stream<String> members(int size) {
    return IntStream.range(0, size).mapToObj(member -> id(size, member));
  }

  private static String id(int size, int member) {
    return "of-" + size + "-number-" + member;
  }

  static class ReadThenWrite extends PoolRows {

    private final JdbcClient jdbc;

    ReadThenWrite(JdbcClient jdbc, Permissions permissions) {
      super(jdbc, permissions);
      this.jdbc = jdbc;
    }

    @Override
    boolean claim(Pool seen) {
      return jdbc.sql("update pool set turn = ? where team_id = ?")
              .params(seen.turn() + 1, seen.teamId())
              .update()
          > 0;
    }
  }
}
