package org.leadflow.core;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets no node work whose clock differs from that of the database by more than five seconds: locks
 * of jobs, leases and due dates are written by the clock of one node and read by that of another.
 */
@Component
class ClocksAtStart implements SmartInitializingSingleton {

  private static final Duration MOST = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private final Clock clock;

  ClocksAtStart(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @throws ClocksApart when they differ by more
   */
  @Override
  public void afterSingletonsInstantiated() {
    OffsetDateTime there =
        jdbc.sql("SELECT CURRENT_TIMESTAMP").query(OffsetDateTime.class).single();
    Duration ahead = Duration.between(there.toInstant(), clock.instant());
    if (ahead.abs().compareTo(MOST) > 0) {
      throw new ClocksApart(ahead);
    }
  }
}
