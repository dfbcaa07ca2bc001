package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What a form asks can be answered, and whoever needs the answer understands it. */
class AnswerRulesTests extends ChangedHouse {

  private static final String WORK = "work-lead.form";
  private static final String TRIAGE = "triage-lead.form";
  private static final String REVIEW = "review-lead.form";

  @Test
  void anAnswerThatItsBlockDoesNotKnowIsRefusedWhetherALineAsksForItOrNot() throws IOException {
    String refused =
        "lead-qualification.bpmn: userTask \"Work lead\" (UserTask_WorkLead) shows the form work-lead,"
            + " which offers postpone for answer, but its block checkAnswer does not know that; it"
            + " knows contacted, waiting, qualified, disqualified, handBack; an answer of your own"
            + " belongs into a task and form of your own";
    changeAll(
        WORK,
        "(\"key\": \"answer\",(?s:.*?)\"values\": \\[)",
        "$1 {\"label\": \"Postpone\", \"value\": \"postpone\"},");
    assertThat(saysOfVariables()).containsExactly(refused);

    changeAll(
        QUALIFICATION,
        "<bpmn:sequenceFlow id=\"Flow_OwnerHandsBack\"",
        "<bpmn:sequenceFlow id=\"Flow_OwnerPostpones\" sourceRef=\"Gateway_Answer\""
            + " targetRef=\"ServiceTask_RecordContact\"><bpmn:conditionExpression"
            + " xsi:type=\"bpmn:tFormalExpression\">\\${answer == 'postpone'}</bpmn:conditionExpression>"
            + "</bpmn:sequenceFlow><bpmn:sequenceFlow id=\"Flow_OwnerHandsBack\"");
    assertThat(saysOfVariables()).containsExactly(refused);
  }

  @Test
  void aNumberAndAKindThatABlockDoesNotKnowAreRefused() throws IOException {
    change(WORK, "\"value\": \"7\"", "\"value\": \"99\"");
    change(TRIAGE, "\"value\": \"team\"", "\"value\": \"queue\"");

    assertThat(saysOfVariables())
        .hasSize(2)
        .anySatisfy(it -> assertThat(it).contains("offers 99 for statusReason"))
        .anySatisfy(
            it -> assertThat(it).contains("offers queue for ownerKind, but its block checkTriage"));
  }

  @Test
  void aFormMayOfferFewerAnswers() throws IOException {
    changeAll(WORK, "(?s)\\{\\s*\"label\": \"Canceled\",\\s*\"value\": \"7\"\\s*},", "");

    assertThat(saysOfVariables()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"disabled", "readonly"})
  void anAnswerThatIsNeededCanBeGiven(String shut) throws IOException {
    change(
        TRIAGE, "\"key\": \"triageAnswer\"", "\"key\": \"triageAnswer\", \"" + shut + "\": true");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-routing.bpmn: userTask \"Triage lead\" (UserTask_TriageLead) shows the form"
                + " triage-lead, in which nobody can answer \"What to do with it?\", radio"
                + " triageAnswer; take the tick from "
                + (shut.equals("disabled") ? "Disabled" : "Read only"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"disabled", "readonly"})
  void aFieldThatNobodyNeedsMayBeShut(String shut) throws IOException {
    change(TRIAGE, "\"key\": \"comment\"", "\"key\": \"comment\", \"" + shut + "\": true");

    assertThat(saysOfVariables()).isEmpty();
  }

  @Test
  void whatAnybodyMayWriteIsNotAskedForWordByWord() throws IOException {
    takeTheExample();
    change(REVIEW, "\"type\": \"radio\"", "\"type\": \"textfield\"");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-qualification.bpmn: exclusiveGateway \"No business?\" (Gateway_ReviewAnswer) has no"
                + " line for what else reviewAnswer may be, since in the form review-lead anybody may"
                + " write anything into it; offer choices there, with a radio or select");
  }

  @Test
  void anAnswerThatMayStayEmptyNeedsALineOrABlockThatAsksForIt() throws IOException {
    changeAll(TRIAGE, "\"required\": true", "\"required\": false");
    assertThat(saysOfVariables()).isEmpty();

    takeTheExample();
    changeAll(REVIEW, "\"required\": true", "\"required\": false");
    assertThat(saysOfVariables())
        .containsExactly(
            "lead-qualification.bpmn: exclusiveGateway \"No business?\" (Gateway_ReviewAnswer) has no"
                + " line for an empty reviewAnswer, which the form review-lead allows; make that field"
                + " required, under Validation");

    change(
        REVIEW,
        "\"key\": \"reviewAnswer\"",
        "\"key\": \"reviewAnswer\", \"defaultValue\": \"close\"");
    assertThat(saysOfVariables()).isEmpty();
  }

  @Test
  void aFormMayShowWhatWasAnsweredBefore() throws IOException {
    takeTheExample();
    change(
        REVIEW,
        "\"components\": [",
        "\"components\": [{\"type\": \"radio\", \"key\": \"answer\", \"readonly\": true,"
            + " \"values\": [{\"value\": \"disqualified\"}]},");

    assertThat(saysOfVariables()).isEmpty();
  }

  @Test
  void whatAGroupMayHideIsNotAskedToBeRequired() throws IOException {
    takeTheExample();
    changeAll(REVIEW, "\"required\": true", "\"required\": false");
    changeAll(
        REVIEW,
        "(?s)\"components\": \\[(.*)\\]",
        "\"components\": [{\"type\": \"group\", \"conditional\": {\"hide\": \"=answer = 1\"},"
            + " \"components\": [$1]}]");

    assertThat(saysOfVariables()).isEmpty();
  }

  private void takeTheExample() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("src/test/resources/example"), folder);
    assertThat(saysOfVariables()).isEmpty();
  }
}
