package org.leadflow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.duplicates.SearchTerm.Span;

/** What somebody means by what he types. */
class SearchTermTests {

  @ParameterizedTest
  @CsvSource({
    "vogel, WORD vogel",
    "VOGEL Antr, WORD vogel & WORD antr",
    "Müller, WORD mueller or WORD muller",
    "Müller-Lüdenscheid, WORD mueller or WORD muller & WORD luedenscheid or WORD ludenscheid",
    "Petra.Vogel@Vogel.example, EMAIL petra.vogel@vogel.example",
    "petra@, EMAIL petra@",
    "+49 711 5550-123, PHONE +497115550123",
    "0049 711 5550, PHONE +497115550",
    "0711/5550 123, WORD 7115550123",
    "(202) 555-0143, WORD 2025550143",
    "2026, WORD 2026",
    "800, WORD 800",
    "Halle 4, WORD halle & WORD 4"
  })
  void isUnderstoodAs(String typed, String meant) {
    assertThat(words(SearchTerm.of(typed))).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "--", "0000", "%", "_", "?!", "\uFFFF"})
  void whatHoldsNeitherLetterNorDigitMeansNothing(String typed) {
    assertThat(SearchTerm.of(typed)).isEmpty();
  }

  @Test
  void manyWordsAreNotAllLookedUp() {
    assertThat(SearchTerm.of("a b c d e f g h i j k l m n o p")).hasSize(6);
  }

  private static String words(List<SearchTerm> terms) {
    return String.join(
        " & ",
        terms.stream()
            .map(
                term ->
                    String.join(" or ", term.spans().stream().map(SearchTermTests::name).toList()))
            .toList());
  }

  private static String name(Span span) {
    return span.kind() + " " + span.beginning();
  }
}
