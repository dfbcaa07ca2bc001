package org.leadflow.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RoutedTests {

  /** Where there are no leads, so that whoever asks for one fails. */
  private final Routed routed =
      new Routed(JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:no-leads")));

  @Test
  void whoWaitsIsToldInTimeAlsoWhereNobodyCanLook() throws Exception {
    assertThat(told(Duration.ofMillis(100)).get(10, TimeUnit.SECONDS)).isFalse();
    Thread.sleep(100);
    assertThat(told(Duration.ofMillis(100)).get(10, TimeUnit.SECONDS)).as("the next").isFalse();
  }

  @Test
  void whoeverWaitsIsToldWhenTheNodeStopsAndSoIsWhoComesThen() throws Exception {
    CompletableFuture<Boolean> before = told(Duration.ofMinutes(10));

    routed.end();

    assertThat(before.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(told(Duration.ofMinutes(10)).get(10, TimeUnit.SECONDS)).isFalse();
  }

  private CompletableFuture<Boolean> told(Duration atMost) {
    var told = new CompletableFuture<Boolean>();
    routed.when(UUID.randomUUID(), atMost, told::complete);
    return told;
  }
}
