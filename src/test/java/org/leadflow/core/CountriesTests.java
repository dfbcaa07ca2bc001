package org.leadflow.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTests {

  @ParameterizedTest
  @CsvSource({
    "Germany, DE",
    "Deutschland, DE",
    "ALLEMAGNE, DE",
    "de, DE",
    "DEU, DE",
    "Österreich, AT",
    "osterreich, AT",
    "日本, JP",
    "Украина, UA",
    "Ελλάδα, GR",
    "U.S.A., US",
    "United Kingdom, GB",
    "Côte d’Ivoire, CI",
    "Kosovo, XK",
    "UK, GB",
    "U.K., GB",
    "Great Britain, GB",
    "Czech Republic, CZ",
    "Hong Kong, HK",
    "The Netherlands, NL",
    "Éire, IE",
    "  Brasil , BR"
  })
  void aCountryIsKnownHoweverItIsWritten(String written, String code) {
    assertThat(Countries.code(written)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"Atlantis", "République d'Exemple", "x", "''", "-"})
  void whatIsNoCountryIsNone(String written) {
    assertThat(Countries.code(written)).isEmpty();
  }
}
