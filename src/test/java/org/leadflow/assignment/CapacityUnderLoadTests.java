package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.organization.Database;

/** Sellers in several pools, many threads and two nodes: never a lead more than the capacity. */
class CapacityUnderLoadTests {

  private static final List<String> POOLS = List.of("north", "south", "west");
  private static final List<String> SELLERS = List.of("a", "b", "c", "d");
  private static final int CAPACITY = 7;

  @ParameterizedTest
  @EnumSource
  @Timeout(120)
  void capacityIsNeverExceededThoughSellersAreInSeveralPools(Database database) throws Exception {
    String url = database.create();
    try (Turns one = Turns.on(url);
        Turns two = Turns.on(url)) {
      for (String pool : POOLS) {
        one.pool(pool, SELLERS.toArray(String[]::new));
        SELLERS.forEach(seller -> one.capacity(pool, seller, CAPACITY));
      }
      // Half of them in the other order, so that rows would be locked crosswise.
      one.strategy("south", Strategy.FIXED_ORDER).strategy("west", Strategy.LEAST_LOADED);
      for (int place = 0; place < SELLERS.size(); place++) {
        one.member(
            "south",
            SELLERS.get(place),
            new MemberSettings(1, CAPACITY, SELLERS.size() - place, false, List.of()));
      }
      Queue<Turn> turns = new ConcurrentLinkedQueue<>();

      allAtOnce(
          IntStream.range(0, 8)
              .<Callable<Void>>mapToObj(
                  worker ->
                      () -> {
                        Turns node = worker % 2 == 0 ? one : two;
                        for (int i = 0; i < 9; i++) {
                          turns.add(node.assign(POOLS.get((worker + i) % POOLS.size())));
                        }
                        return null;
                      })
              .toList());

      // 72 were asked for, 28 fit.
      assertThat(SELLERS)
          .allSatisfy(seller -> assertThat(one.openLeads(seller)).isEqualTo(CAPACITY));
      assertThat(turns.stream().filter(Turn.Taken.class::isInstance)).hasSize(28);
      assertThat(turns.stream().filter(Turn.NobodyAvailable.class::isInstance)).hasSize(44);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(60)
  void poolsThatSendLeadsToEachOtherDoNotWaitForEachOther(Database database) throws Exception {
    String url = database.create();
    try (Turns one = Turns.on(url);
        Turns two = Turns.on(url)) {
      one.pool("north", "a").pool("south", "b");
      one.capacity("north", "a", 20).capacity("south", "b", 20);
      Queue<Turn> turns = new ConcurrentLinkedQueue<>();

      allAtOnce(
          IntStream.range(0, 8)
              .<Callable<Void>>mapToObj(
                  worker ->
                      () -> {
                        Turns node = worker % 2 == 0 ? one : two;
                        String first = worker % 4 < 2 ? "north" : "south";
                        String next = worker % 4 < 2 ? "south" : "north";
                        for (int i = 0; i < 8; i++) {
                          turns.add(node.assignThere(first, next));
                        }
                        return null;
                      })
              .toList());

      assertThat(turns.stream().filter(Turn.Taken.class::isInstance)).hasSize(40);
      assertThat(one.openLeads("a")).isEqualTo(20);
      assertThat(one.openLeads("b")).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(60)
  void whoKnowsTheCustomerAndWhoseTurnItIsDoNotWaitForEachOther(Database database)
      throws Exception {
    var threads = Executors.newFixedThreadPool(2);
    try (Turns turns = Turns.on(database.create()).pool("sales", "a", "b")) {
      turns.settings("sales", Given.counting(Strategy.ROUND_ROBIN, false, true));
      turns.capacity("sales", "a", 5);
      var asked = new CountDownLatch(1);

      Future<Boolean> sticky =
          threads.submit(
              () ->
                  turns.node.inTransaction(
                      () -> {
                        Asking asking = Turns.without();
                        assertThat(turns.node.get(Objections.class).against("sales", "a", asking))
                            .isEmpty();
                        asked.countDown();
                        aMoment();
                        return turns.node.get(Pools.class).count("sales", "a", Way.STICKY);
                      }));
      Future<Turn> turn =
          threads.submit(
              () -> {
                asked.await();
                return turns.next("sales");
              });

      assertThat(sticky.get()).isTrue();
      assertThat(Turns.winner(turn.get())).isEqualTo("b");
    } finally {
      threads.shutdownNow();
    }
  }

  /** Long enough for the other to come as far as he can. */
  private static void aMoment() {
    try {
      Thread.sleep(700);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
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
}
