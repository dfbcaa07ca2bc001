package org.leadflow.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadsheetTextTests {

  @Test
  void whatASpreadsheetWouldReckonWithIsText() {
    assertThat(SpreadsheetText.harmless("=1+1")).isEqualTo("'=1+1");
    assertThat(SpreadsheetText.harmless("-2")).isEqualTo("'-2");
    assertThat(SpreadsheetText.harmless("@SUM(A1)")).isEqualTo("'@SUM(A1)");
  }

  @Test
  void soIsWhatBeginsACellWhereCellsAreSeparatedBySemicolons() {
    assertThat(SpreadsheetText.harmless("autumn;=1+1")).isEqualTo("autumn;'=1+1");
  }

  @Test
  void anOrdinaryTextStays() {
    assertThat(SpreadsheetText.harmless("Vogel & Söhne, 2-fach"))
        .isEqualTo("Vogel & Söhne, 2-fach");
    assertThat(SpreadsheetText.harmless("")).isEmpty();
  }
}
