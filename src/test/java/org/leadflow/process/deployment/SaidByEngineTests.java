package org.leadflow.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a later start may get over, and what it would meet again. */
class SaidByEngineTests {

  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "40P01, true",
    "55P03, true",
    ", true",
    "22001, false",
    "23505, false"
  })
  void aLostConnectionPassesAndDataThatDoesNotFitStays(String state, boolean passes) {
    var thrown = new ProcessEngineException("cannot", new SQLException("said so", state));

    assertThat(SaidByEngine.mayPass(thrown)).isEqualTo(passes);
  }

  @Test
  void whatTheEngineSaysOfAFileStays() {
    assertThat(SaidByEngine.mayPass(new ProcessEngineException("no such element"))).isFalse();
  }
}
