package org.leadflow.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.wholeway.Api;

/**
 * The process is killed with SIGKILL while leads it has acknowledged are not routed yet, and
 * started again on the same file: each of them is routed, once. Takes two minutes, so it has a
 * command of its own: {@code mvn test -Dtest='Killed*Check'}.
 */
class KilledBetweenAcceptAndRouteCheck {

  @TempDir Path home;

  private final List<Life> lives = new ArrayList<>();

  @RegisterExtension
  final TestExecutionExceptionHandler tails =
      (test, failure) -> {
        lives.forEach(life -> System.out.println("The log of a life ends:\n" + life.tail()));
        throw failure;
      };

  @AfterEach
  void end() {
    lives.forEach(Life::kill);
  }

  @Test
  void whatWasAcceptedAndNeverStartedIsRoutedOnceByTheNextLife() {
    Set<UUID> acknowledged = new HashSet<>();
    Life first = begun(Life.inWhichNobodyStarts(home));
    for (int i = 0; i < 20; i++) {
      acknowledged.add(accepted(first, "lead-" + i));
    }
    first.kill();

    try (Remains left = Remains.in(home)) {
      assertThat(left.pending()).isEqualTo(20);
      assertThat(left.assignments()).isZero();
    }
    theNextLifeRoutes(acknowledged, List.of());
  }

  @Test
  void whatWasBeingRoutedIsRoutedOnceByTheNextLife() throws InterruptedException {
    List<String> keys = IntStream.range(0, 60).mapToObj(i -> "lead-" + i).toList();
    Life first = begun(Life.normal(home));
    UUID warm = accepted(first, "warm-up");
    awaitRouted(first, Set.of(warm));
    Map<String, UUID> acknowledged = killedWhileSending(first, keys);

    try (Remains left = Remains.in(home)) {
      System.out.printf(
          "killed with %d of %d leads acknowledged, %d stored, %d pending, %d assigned%n",
          acknowledged.size(),
          keys.size(),
          left.leads() - 1,
          left.pending(),
          left.assignments() - 1);
      assertThat(left.leads()).isGreaterThan(acknowledged.size());
      assertThat(left.pending()).as("killed before all was routed").isPositive();
    }
    Set<UUID> all = theNextLifeRoutes(acknowledged.values(), keys);
    assertThat(all).containsAll(acknowledged.values()).hasSize(keys.size());
  }

  /** Sends from four threads, kills the process at the fortieth acknowledgement. */
  private static Map<String, UUID> killedWhileSending(Life life, List<String> keys)
      throws InterruptedException {
    Map<String, UUID> acknowledged = new ConcurrentHashMap<>();
    AtomicInteger count = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(4);
    for (String key : keys) {
      senders.execute(
          () -> {
            try {
              acknowledged.put(key, accepted(life, key));
            } catch (IllegalStateException unanswered) {
              return;
            }
            if (count.incrementAndGet() == 40) {
              life.kill();
            }
          });
    }
    senders.shutdown();
    assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(acknowledged).hasSizeBetween(40, 59);
    return acknowledged;
  }

  /**
   * Starts the product as usual on what the last life left, sends again what a client would send
   * again, and waits until all is routed.
   */
  private Set<UUID> theNextLifeRoutes(Iterable<UUID> acknowledged, List<String> sentAgain) {
    Set<UUID> leads = new HashSet<>();
    acknowledged.forEach(leads::add);
    Life next = begun(Life.normal(home));
    sentAgain.forEach(key -> leads.add(accepted(next, key)));
    awaitRouted(next, leads);
    next.end();
    try (Remains left = Remains.in(home)) {
      left.assertRoutedOnce(leads);
      assertThat(left.leads()).isEqualTo(left.assignments());
    }
    return leads;
  }

  private Life begun(Life life) {
    lives.add(life);
    return life;
  }

  private static UUID accepted(Life life, String key) {
    Api.Answer answer =
        life.as("website")
            .post(
                "/api/leads",
                Map.of(
                    "subject", "Plant monitoring",
                    "lastName", "Vogel",
                    "companyName", "Vogel Antriebe GmbH",
                    "address1Country", "Germany",
                    "numberOfEmployees", 800,
                    "sourceSystem", "fair",
                    "sourceKey", key));
    assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201);
    return UUID.fromString(answer.text("leadId"));
  }

  private static void awaitRouted(Life life, Set<UUID> leads) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(ownedByPersons(life)).containsAll(leads));
  }

  private static List<UUID> ownedByPersons(Life life) {
    List<UUID> owned = new ArrayList<>();
    for (JsonNode lead : life.as("admin").get("/api/leads?size=200").body().get("items")) {
      if (lead.get("ownerIdType").asText().equals("user")) {
        owned.add(UUID.fromString(lead.get("leadId").asText()));
      }
    }
    return owned;
  }
}
