package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine would find out about a time only when a lead comes to the timer. */
class TimerRulesTests extends ChangedHouse {

  @ParameterizedTest
  @ValueSource(strings = {"4h", "4 hours", "tomorrow", "=now()", "PT4", "1 day"})
  void aDurationThatIsNoneIsNamedWithWhatToWrite(String time) throws IOException {
    timer("timeDuration", time);

    assertThat(stops())
        .singleElement()
        .asString()
        .startsWith(
            "lead-intake.bpmn: boundaryEvent \"Time is over\" (BoundaryEvent_TimeIsOver) waits for \""
                + time
                + "\", which is no duration; write PT4H for four hours")
        .endsWith(
            "working time is the step Find working time in front of it, and ${workingTime} here");
  }

  @ParameterizedTest
  @CsvSource({
    "timeDuration, PT4H",
    "timeDuration, P2DT30M",
    "timeDate, ${dataDueOn}",
    "timeDate, 2027-03-31T17:00:00",
    "timeDate, 2027-03-31T17:00:00+02:00",
    "timeDate, 2027-03-31",
    "timeCycle, R3/PT4H",
    "timeCycle, 0 0 9 ? * MON-FRI"
  })
  void whatTheEngineUnderstandsIsTaken(String kind, String time) throws IOException {
    timer(kind, time);

    assertThat(stops()).noneMatch(it -> it.contains("waits for"));
  }

  @ParameterizedTest
  @CsvSource({"timeDate, tomorrow, no date", "timeCycle, daily, no repetition"})
  void aDateAndARepetitionAreReadToo(String kind, String time, String what) throws IOException {
    timer(kind, time);

    assertThat(stops())
        .singleElement()
        .asString()
        .contains("waits for \"" + time, what + "; write");
  }

  @Test
  void aTimerWithoutATimeIsSaidInWords() throws IOException {
    changeAll(INTAKE, "<bpmn:timeDate .*dataDueOn.*</bpmn:timeDate>", "");

    assertThat(stops())
        .singleElement()
        .asString()
        .contains("\"Time is over\" (BoundaryEvent_TimeIsOver): has no time; choose Date");
  }

  private void timer(String kind, String time) throws IOException {
    changeAll(
        INTAKE,
        "<bpmn:timeDate (.*)\\$\\{dataDueOn}</bpmn:timeDate>",
        "<bpmn:" + kind + " $1" + time.replace("$", "\\$") + "</bpmn:" + kind + ">");
  }
}
