package org.leadflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The demo ends with the product, and never in the middle of reading. */
class OutcomesTests {

  @Test
  void itsThreadIsOverWhenTheProductEnds() throws Exception {
    // Nothing is there yet, and it goes on all the same.
    var outcomes = new Outcomes(null, null, null, null, null, null, Clock.systemUTC());
    Set<Thread> before = threads();
    outcomes.begin();
    Set<Thread> begun = threads();
    begun.removeAll(before);
    assertThat(begun).hasSize(1);
    Thread.sleep(600);
    assertThat(begun).allMatch(Thread::isAlive);

    outcomes.end();

    assertThat(begun).noneMatch(Thread::isAlive);
  }

  private static Set<Thread> threads() {
    var threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().equals("demo"));
    return threads;
  }
}
