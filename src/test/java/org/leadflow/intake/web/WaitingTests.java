package org.leadflow.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait=5|5",
        "respond-async, wait=10|10",
        "wait=\"3\"; x=y|3",
        "WAIT = 7|7",
        "wait=999999999|30",
        "wait=0|0",
        "wait=-1|0",
        "wait=soon|0",
        "await=5|0",
        "return=minimal|0",
        "''|0"
      })
  void theHeaderIsReadAsItsStandardHasIt(String prefer, int seconds) {
    assertThat(Waiting.preferred(prefer).time()).hasSeconds(seconds);
  }
}
