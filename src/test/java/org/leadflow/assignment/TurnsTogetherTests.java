package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Database;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns that are reckoned together are the same turns, and a lost one never counts. */
class TurnsTogetherTests {

  @ParameterizedTest
  @EnumSource
  void areThoseThatOneByOneWouldHaveBeen(Database database) {
    try (Turns turns = Turns.on(database.create())) {
      turns.pool("sales", "a", "b", "c").turns("sales", 1);

      assertThat(together(turns, 5)).containsExactly("b", "c", "a", "b", "c");
      assertThat(turns.turns("sales", 2)).containsExactly("a", "b");
      assertThat(together(turns, 2)).containsExactly("c", "a");
      assertThat(turnOf(turns)).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goOnWhereTheTransactionBeforeIsNotCommittedYet(Database database) throws Exception {
    try (Turns turns = Turns.on(database.create())) {
      turns.pool("sales", "a", "b", "c");
      Future<List<String>> first = slowly(turns, false);

      assertThat(together(turns, 2)).containsExactly("c", "a");

      assertThat(first.get()).containsExactly("a", "b");
      assertThat(turnOf(turns)).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void countForNothingWhenTheTransactionBeforeFails(Database database) throws Exception {
    try (Turns turns = Turns.on(database.create())) {
      turns.pool("sales", "a", "b", "c");
      Future<List<String>> first = slowly(turns, true);

      assertThatThrownBy(() -> together(turns, 2)).isInstanceOf(ConcurrencyFailureException.class);

      assertThatThrownBy(first::get).hasMessageContaining("on purpose");
      assertThat(turnOf(turns)).isZero();
      assertThat(together(turns, 2)).containsExactly("a", "b");
    }
  }

  @ParameterizedTest
  @EnumSource
  void failWhenSomebodyElseHadATurnInBetween(Database database) {
    try (Turns turns = Turns.on(database.create())) {
      turns.pool("sales", "a", "b", "c");

      assertThatThrownBy(
              () ->
                  turns.node.inTransaction(
                      () -> {
                        List<String> won = reckoned(turns, 2);
                        elsewhere(() -> turns.turns("sales", 1));
                        return won;
                      }))
          .isInstanceOf(ConcurrencyFailureException.class);

      assertThat(together(turns, 2)).containsExactly("b", "c");
    }
  }

  @ParameterizedTest
  @EnumSource
  void failWhenAMemberIsNoLongerActive(Database database) {
    try (Turns turns = Turns.on(database.create())) {
      turns.pool("sales", "a", "b", "c");

      assertThatThrownBy(
              () ->
                  turns.node.inTransaction(
                      () -> {
                        List<String> won = reckoned(turns, 2);
                        elsewhere(() -> turns.node.changes().deactivate("b"));
                        return won;
                      }))
          .isInstanceOf(ConcurrencyFailureException.class);

      assertThat(together(turns, 2)).containsExactly("a", "c");
    }
  }

  @ParameterizedTest
  @EnumSource
  void areGivenUnderTheLockWhereCapacitiesCount(Database database) {
    try (Turns turns = Turns.on(database.create())) {
      turns.pool("sales", "a", "b").capacity("sales", "a", 100);

      assertThat(together(turns, 3)).containsExactly("a", "b", "a");
      assertThat(turnOf(turns)).isEqualTo(3);
    }
  }

  private static List<String> together(Turns turns, int number) {
    return turns.node.inTransaction(() -> reckoned(turns, number));
  }

  private static List<String> reckoned(Turns turns, int number) {
    List<String> won = new ArrayList<>();
    turns
        .node
        .get(TurnsTogether.class)
        .ofMany(
            done -> {
              IntStream.range(0, number)
                  .mapToObj(i -> turns.node.get(Pools.class).next("sales", Turns.without()))
                  .map(Turns::winner)
                  .forEach(won::add);
              done.run();
            });
    return won;
  }

  /** Two turns whose transaction ends a while after they were reckoned. */
  private static Future<List<String>> slowly(Turns turns, boolean fails) throws Exception {
    var reckoned = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    Future<List<String>> result =
        other.submit(
            () ->
                turns.node.inTransaction(
                    () -> {
                      List<String> won = reckoned(turns, 2);
                      reckoned.countDown();
                      pause();
                      if (fails) {
                        throw new IllegalStateException("on purpose");
                      }
                      return won;
                    }));
    other.shutdown();
    reckoned.await();
    return result;
  }

  private static void elsewhere(Runnable work) {
    var thread = new Thread(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static long turnOf(Turns turns) {
    return turns
        .node
        .get(JdbcClient.class)
        .sql("select turn from pool where team_id = 'sales'")
        .query(Long.class)
        .single();
  }
}
