package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.leadflow.process.house.BlockRows.Written;
import org.leadflow.process.house.Writing.Holds;

/** The table of building blocks is read as it is written. */
class BlockRowsTests {

  private final BlockRows rows = BlockRows.of(House.at("processes"));

  @Test
  void aFlagAndTheValuesOfATextStandInBrackets() {
    assertThat(rows.writtenBy("screenLead"))
        .extracting(Written::variable, Written::holds, Written::surely)
        .containsExactly(
            tuple("screenedOut", Holds.FLAG, true),
            tuple("statusReason", Holds.ANYTHING, false),
            tuple("incomplete", Holds.FLAG, true));
    assertThat(rows.writtenBy("findDuplicates").get(0).values())
        .containsExactly("no", "merged", "unsure");
  }

  @Test
  void whatIsWrittenTogetherIsWrittenAtTheSameTimes() {
    assertThat(rows.writtenBy("assignLead"))
        .extracting(Written::variable, Written::surely)
        .containsExactly(
            tuple("ownerFound", true), tuple("waitUntil", false), tuple("waitingTeam", false));
  }

  @Test
  void whatHappensToTheRecordIsNoVariable() {
    assertThat(rows.writtenBy("recordData")).isEmpty();
    assertThat(rows.emptiesTheForm("recordData")).isTrue();
    assertThat(rows.emptiesTheForm("scoreLead")).isFalse();
  }

  @Test
  void aStepThatRefusesWhatItCannotCarryOutNeedsAnAnswer() {
    assertThat(rows.neededBy("disqualifyLead")).containsExactly("statusReason");
    assertThat(rows.neededBy("handBackLead")).isEmpty();
    assertThat(rows.checkedBy("checkDuplicate"))
        .containsExactly("duplicateAnswer", "duplicateNumber");
  }
}
