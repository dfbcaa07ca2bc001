package org.leadflow.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryExpressionsTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna",
        "",
        "$ {x} and { #",
        "${currentUser()}",
        "${currentUserGroups()}",
        "${now()}",
        "${dateTime()}",
        "${dateTime().plusDays(3)}",
        "${dateTime().withTimeAtStartOfDay().minusSeconds(1)}",
        "${dateTime().plusDays(1).minusHours(2).plusSeconds(3).withMillis(0).plusDays(9).plusDays(9)}"
      })
  void whoAsksAndWhatTimeItIsMayBeAsked(String text) {
    assertThat(QueryExpressions.allow(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${probe.touch()}",
        "#{probe.touch()}",
        "#{now()}",
        "${ now() }",
        "${now()}x",
        "x${now()}",
        "${now()}\n",
        "${now()}${now()}",
        "${now().getClass()}",
        "${dateTime().getClass().forName('java.lang.Runtime')}",
        "${dateTime().plusDays(probe.touch())}",
        "${dateTime().plusDays(-1)}",
        "${dateTime().plusDays(1234567)}",
        "${dateTime().plusYears(1)}",
        "${dateTime().plusDays(1).plusDays(1).plusDays(1).plusDays(1).plusDays(1).plusDays(1).plusDays(1)}",
        "${currentUser().concat(probe.touch())}",
        "\\${probe.touch()}",
        "${}",
        "${"
      })
  void nothingElsePasses(String text) {
    assertThat(QueryExpressions.allow(text)).isFalse();
  }
}
