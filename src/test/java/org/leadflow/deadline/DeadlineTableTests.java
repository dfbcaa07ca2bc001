package org.leadflow.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineTableTests {

  private static final List<String> BERLIN = List.of("berlin", "emea", "meridian");

  private final DeadlineTable table =
      DeadlineTableReader.table(
          DeadlineTableReader.HEADER
              + """

              ,,,first response,,8h,
              ,A,,first response,1h,2h,4h
              ,A,Trade Show,first response,,1h,
              emea,,,first response,,6h,
              meridian,A,,first response,,5h,
              berlin,,Trade Show,first response,,30m,
              """);

  @Test
  void theLineOfTheNearestUnitWinsBeforeGradeAndSource() {
    assertThat(due(BERLIN, "A", 8)).isEqualTo(Duration.ofHours(6));
    assertThat(due(BERLIN, "A", 7)).isEqualTo(Duration.ofMinutes(30));
    assertThat(due(List.of("apac", "meridian"), "A", 7)).isEqualTo(Duration.ofHours(5));
  }

  @Test
  void ofOneUnitTheLineWithTheGradeWinsAndThenTheOneWithTheSource() {
    assertThat(due(List.of(), "A", null)).isEqualTo(Duration.ofHours(2));
    assertThat(due(List.of(), "A", 7)).isEqualTo(Duration.ofHours(1));
    assertThat(due(List.of(), null, 7)).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void whatNoLineSpeaksOfIsNotKept() {
    assertThat(table.find(Deadline.NEXT_STEP, BERLIN, "A", 7)).isEmpty();
  }

  @Test
  void everyLineThatCannotBeUnderstoodIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DeadlineTableReader.table(
                    DeadlineTableReader.HEADER
                        + """

                        ,E,,first response,1h,2h,
                        ,A,Smoke signal,next step,1h,2 days,
                        ,,,lunch,,1h,
                        ,,,qualification,3h,2h,1h
                        ,B,,next step,,2h,
                        ,B,,next step,,3h,
                        """))
        .withMessageContaining("line 2: grade must be A, B, C or D")
        .withMessageContaining("line 3: source must be one of")
        .withMessageContaining("line 3: due after must be hours and minutes")
        .withMessageContaining("line 4: deadline must be first response")
        .withMessageContaining("line 5: remind after must be less than due after")
        .withMessageContaining("line 5: re-route after must not be less than due after")
        .withMessageContaining("line 7: another line holds for the same leads");
  }

  @Test
  void theTableOfTheHouseSpeaksOfEveryDeadline() throws IOException {
    DeadlineTable ours =
        DeadlineTableReader.table(Files.readString(Path.of("processes/deadlines.csv")));

    assertThat(List.of(Deadline.values()))
        .allSatisfy(
            deadline ->
                assertThat(ours.find(deadline, List.of("anything"), null, null)).isPresent());
  }

  private Duration due(List<String> units, @Nullable String grade, @Nullable Integer source) {
    return table.find(Deadline.FIRST_RESPONSE, units, grade, source).orElseThrow().due();
  }
}
