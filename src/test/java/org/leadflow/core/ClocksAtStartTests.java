package org.leadflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ClocksAtStartTests {

  private final JdbcClient jdbc =
      JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:clocks"));

  @Test
  void aNodeWhoseClockIsRightStarts() {
    assertThatCode(() -> start(Duration.ofSeconds(-2))).doesNotThrowAnyException();
  }

  @Test
  void aNodeWhoseClockIsWrongDoesNotAndSaysByHowMuch() {
    assertThatThrownBy(() -> start(Duration.ofSeconds(120)))
        .isInstanceOfSatisfying(
            ClocksApart.class,
            apart -> {
              FailureAnalysis told = new ClocksApartAnalyzer().analyze(apart);
              assertThat(told.getDescription())
                  .matches(
                      "The clock of this node is 1[12]\\d\\.\\d s ahead of that of the database\\.");
            });
    assertThatThrownBy(() -> start(Duration.ofSeconds(-120))).hasMessageContaining("behind");
  }

  private void start(Duration ahead) {
    new ClocksAtStart(jdbc, Clock.offset(Clock.systemUTC(), ahead)).afterSingletonsInstantiated();
  }
}
