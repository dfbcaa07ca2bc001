package org.leadflow.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Decisions in threads of their own: what counts as too long, and what becomes of those. */
class WatchedDecisionTests {

  private static final Duration LIMIT = Duration.ofMillis(100);

  @Test
  void whatAThreadComputedForOthersBeforeDoesNotCount() throws Exception {
    for (int i = 0; i < 3; i++) {
      begin(() -> computed(Duration.ofMillis(150))).await(Duration.ofSeconds(10));
      WatchedDecision<String> waiting =
          begin(
              () -> {
                Thread.sleep(250);
                return "waited";
              });

      assertThat(waiting.await(LIMIT)).isEqualTo("waited");
    }
  }

  @Test
  void whoComputesTooLongIsGivenUpAndEndsWhereNobodyWaits() throws Exception {
    var enough = new AtomicBoolean();
    var ended = new AtomicInteger();
    WatchedDecision<String> endless =
        WatchedDecision.begin(
            () -> {
              while (!enough.get()) {
                Thread.onSpinWait();
              }
              return "late";
            },
            LIMIT,
            ended::incrementAndGet);

    assertThatThrownBy(() -> endless.await(LIMIT)).isInstanceOf(TimeoutException.class);
    assertThat(endless.leave()).isTrue();
    assertThat(ended).hasValue(0);
    enough.set(true);
    await().untilAsserted(() -> assertThat(ended).hasValue(1));
    assertThat(endless.leave()).isFalse();
  }

  @Test
  void thoseLeftBehindTakeNoPlaceFromOthers() throws Exception {
    var enough = new CountDownLatch(1);
    List<WatchedDecision<String>> all = new ArrayList<>();
    try {
      WatchedDecision<String> next;
      while ((next = begin(() -> waiting(enough))) != null) {
        all.add(next);
      }
      assertThat(all).hasSizeBetween(1, 16);
      all.get(0).leave();

      assertThat(begin(() -> "done").await(Duration.ofSeconds(10))).isEqualTo("done");
    } finally {
      enough.countDown();
    }
    for (WatchedDecision<String> each : all.subList(1, all.size())) {
      assertThat(each.await(Duration.ofSeconds(10))).isEqualTo("waited");
    }
    assertThat(begin(() -> "free again").await(Duration.ofSeconds(10))).isEqualTo("free again");
  }

  private static <T> WatchedDecision<T> begin(Callable<T> work) throws InterruptedException {
    return WatchedDecision.begin(work, LIMIT, () -> {});
  }

  /** Not to be hurried by an interruption, as rules are not. */
  private static String waiting(CountDownLatch enough) {
    while (true) {
      try {
        enough.await();
        return "waited";
      } catch (InterruptedException ignored) {
        // Rules do not look at interruptions either.
      }
    }
  }

  private static String computed(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return "computed";
  }
}
