package org.leadflow.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferTableTests {

  private final OfferTable table =
      OfferTableReader.table(
          OfferTableReader.HEADER
              + """

              ,,,8h,30d
              ,,A,2h,30d
              ,emea,,6h,
              ,berlin,,5h,10d
              nordwind,,,1h30m,90d
              pacifica,,D,,
              """);

  @Test
  void theLineOfThePartnerWinsThenTheNearestUnitThenTheGrade() {
    assertThat(within("nordwind", List.of("emea"), "A")).isEqualTo(Duration.ofMinutes(90));
    assertThat(within("other", List.of("berlin", "emea"), "A")).isEqualTo(Duration.ofHours(5));
    assertThat(within("other", List.of("paris", "emea"), null)).isEqualTo(Duration.ofHours(6));
    assertThat(within("other", List.of("americas"), "A")).isEqualTo(Duration.ofHours(2));
    assertThat(within("other", List.of(), null)).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void anEmptyTimeMeansThatNobodyIsAsked() {
    assertThat(within("pacifica", List.of("americas"), "D")).isNull();
    assertThat(within("pacifica", List.of("americas"), "C")).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void everyLineThatCannotBeUnderstoodIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                OfferTableReader.table(
                    OfferTableReader.HEADER
                        + """

                        ,,E,4h,
                        ,,,4 days,30d
                        ,,,4h,a month
                        ,,B,,30d
                        ,,C,0h,
                        ,,D,1h
                        pacifica,,,1h,
                        pacifica,,,2h,
                        """))
        .withMessageContaining("line 2: grade must be A, B, C or D")
        .withMessageContaining("line 3: answer within must be hours and minutes of work")
        .withMessageContaining("line 4: protected for must be days, such as 30d")
        .withMessageContaining("line 5: protected for must be empty where answer within is")
        .withMessageContaining("line 6: answer within must be more than nothing")
        .withMessageContaining("line 7: must have 5 columns, but has 4")
        .withMessageContaining("line 9: another line holds for the same leads");
  }

  @Test
  void theTableOfTheHouseCanBeRead() throws IOException {
    OfferTable ours = OfferTableReader.table(Files.readString(Path.of("processes/offers.csv")));

    assertThat(ours.find("anybody", List.of("anywhere"), null)).isPresent();
  }

  private @Nullable Duration within(String partner, List<String> units, @Nullable String grade) {
    return table.find(partner, units, grade).orElseThrow().answerWithin();
  }
}
