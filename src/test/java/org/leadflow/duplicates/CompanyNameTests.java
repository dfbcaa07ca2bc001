package org.leadflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names of companies are one name. */
class CompanyNameTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Müller GmbH | Mueller",
        "Müller GmbH | MÜLLER G.m.b.H.",
        "Müller GmbH | Muller",
        "Müller GmbH | Müller Ges.m.b.H.",
        "Vogel Antriebe | Vogel Antriebe GmbH & Co. KG",
        "Vogel & Söhne oHG | Vogel und Söhne",
        "Vogel & Söhne | VOGEL + SOEHNE",
        "Électricité du Rhône S.A. | Electricite du Rhone",
        "Rossi S.r.l. | rossi srl",
        "Rossi S.p.A. | Rossi",
        "Kowalski Sp. z o.o. | KOWALSKI sp z oo",
        "Ørsted A/S | Orsted",
        "Acme, Inc. | ACME Corporation",
        "Acme Co., Ltd. | Acme",
        "O'Brien Ltd | O’Brien Limited",
        "J.P. Morgan | JP Morgan",
        "A & B Transport | A+B Transport",
        "ООО Ромашка | «Ромашка»",
        "トヨタ株式会社 | トヨタ",
        "Straße AG | Strasse",
        "IŞIK Ltd. Şti. | Isik",
        "株式会社日立 | 日立"
      })
  void theseAreOneName(String one, String other) {
    assertThat(CompanyName.spellings(one))
        .as("%s / %s", one, other)
        .containsAnyElementsOf(CompanyName.spellings(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bauer GmbH | Baur GmbH",
        "Vogel Antriebe | Vogel",
        "Vogel Antriebe | Vogel Antriebstechnik",
        "Müller GmbH | Möller GmbH",
        "Nordwind 1 | Nordwind 2",
        "AG | KG"
      })
  void theseAreTwo(String one, String other) {
    assertThat(CompanyName.spellings(one))
        .doesNotContainAnyElementsOf(CompanyName.spellings(other));
  }

  @Test
  void whatHoldsNoLetterIsNoName() {
    assertThat(CompanyName.spellings("?!")).isEmpty();
    assertThat(CompanyName.spellings(null)).isEmpty();
    assertThat(CompanyName.spellings("Co. KG")).isNotEmpty();
  }

  @Test
  void aNameThatGrowsWhenItIsFoldedStillFitsIntoItsColumn() {
    assertThat(new Key(Key.Kind.NAME, "\uFDFA".repeat(160)).content().length())
        .isLessThanOrEqualTo(120);
    String long1 = CompanyName.spellings("\uFDFA".repeat(160)).iterator().next();
    assertThat(new Key(Key.Kind.NAME, long1))
        .isEqualTo(new Key(Key.Kind.NAME, long1))
        .isNotEqualTo(new Key(Key.Kind.NAME, long1 + "x"));
    assertThat(new Key(Key.Kind.NAME, long1).content()).hasSizeLessThanOrEqualTo(120);
  }
}
