package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Database;
import org.leadflow.organization.Node;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A thousand turns, taken by two nodes with four threads each from pools of 2, 3 and 7. */
class PoolFairnessTests {

  private static final int TURNS = 1_000;
  private static final List<Integer> SIZES = List.of(2, 3, 7);
  private static final String LEAVER = "of-7-number-3";

  private final Queue<String> committed = new ConcurrentLinkedQueue<>();
  private final Queue<String> takenAfterLeaving = new ConcurrentLinkedQueue<>();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicBoolean left = new AtomicBoolean();

  @ParameterizedTest
  @EnumSource
  @Timeout(120)
  void sharesDifferByAtMostOneThoughTurnsAreRolledBackAndAMemberLeaves(Database database)
      throws Exception {
    String url = database.create();
    try (Node one = node(url);
        Node two = node(url)) {
      SIZES.forEach(size -> pool(one, size));

      allAtOnce(Stream.of(one, two, one, two, one, two, one, two).map(this::takeTurns).toList());

      Map<String, Integer> shares = new HashMap<>();
      committed.forEach(user -> shares.merge(user, 1, Integer::sum));
      assertThat(committed).hasSize(TURNS);
      assertThat(takenAfterLeaving).doesNotContain(LEAVER);
      for (int size : SIZES) {
        List<Integer> ofPool =
            members(size)
                .filter(user -> !user.equals(LEAVER))
                .map(user -> shares.getOrDefault(user, 0))
                .toList();
        assertThat(Collections.max(ofPool) - Collections.min(ofPool))
            .as("pool of %d: %s", size, shares)
            .isLessThanOrEqualTo(1);
      }
      assertThat(one.jdbc().sql("select sum(turn) from pool").query(Integer.class).single())
          .as("turns counted by the pools")
          .isEqualTo(TURNS);
    }
  }

  private Callable<Void> takeTurns(Node node) {
    return () -> {
      for (int turn = number.getAndIncrement(); turn < TURNS; turn = number.getAndIncrement()) {
        if (turn == TURNS / 2) {
          node.changes().leave(LEAVER, "of-7");
          left.set(true);
        }
        String team = "of-" + SIZES.get(turn % 3);
        if (turn % 10 == 0) {
          take(node, team, true);
        }
        boolean afterLeaving = left.get();
        String user = take(node, team, false);
        committed.add(user);
        if (afterLeaving) {
          takenAfterLeaving.add(user);
        }
      }
      return null;
    };
  }

  private static String take(Node node, String team, boolean rollBack) {
    return new TransactionTemplate(node.get(PlatformTransactionManager.class))
        .execute(
            status -> {
              if (rollBack) {
                status.setRollbackOnly();
              }
              return ((Turn.Taken) node.get(Pools.class).next(team, Turns.without())).userId();
            });
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

  private static Node node(String url) {
    return Turns.on(url).node;
  }

  private static void pool(Node node, int size) {
    node.team("of-" + size);
    members(size).forEach(id -> node.member(id, "Same Name", "of-" + size));
  }

  private static Stream<String> members(int size) {
    return IntStream.range(0, size).mapToObj(i -> "of-" + size + "-number-" + i);
  }
}
