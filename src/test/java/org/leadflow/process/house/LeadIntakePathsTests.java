package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(StandInEngine.SHARED)
class LeadIntakePathsTests {

  private static final String COMPLETE_DATA = "UserTask_CompleteData";

  @RegisterExtension static final StandInEngine blocks = StandInEngine.covering("lead-intake");

  @Test
  void aRealLeadThatIsNewIsScored() {
    blocks.sets("screenLead", Map.of("screenedOut", false, "incomplete", false));
    blocks.sets("findDuplicates", "duplicate", "no");

    assertThat(start()).isEnded().hasPassedInOrder("ServiceTask_ScoreLead", "EndEvent_LeadScored");
    assertThat(blocks.called()).containsExactly("screenLead", "findDuplicates", "scoreLead");
  }

  @Test
  void aLeadThatIsMergedEndsHere() {
    blocks.sets("screenLead", Map.of("screenedOut", false, "incomplete", false));
    blocks.sets("findDuplicates", "duplicate", "merged");

    assertThat(start())
        .isEnded()
        .hasPassed("EndEvent_LeadMerged")
        .hasNotPassed("ServiceTask_ScoreLead");
  }

  @Test
  void aLeadThatMayBeKnownWaitsForTheLeadDesk() {
    ProcessInstance intake = unsure();

    assertThat(intake).isWaitingAt("UserTask_DecideDuplicate");
    assertThat(task(intake)).hasCandidateGroup("triage").hasName("Decide duplicate");
    assertThat(blocks.called())
        .containsExactly(
            "screenLead", "findDuplicates", "askAboutDuplicate", "presentLead", "presentDuplicate");
  }

  @Test
  void aLeadToldApartGoesOn() {
    ProcessInstance intake = unsure();
    blocks.sets("settleDuplicate", "duplicate", "no");

    complete(task(intake), withVariables("duplicateAnswer", "different"));

    assertThat(intake)
        .isEnded()
        .hasPassedInOrder(
            "ServiceTask_SettleDuplicate", "ServiceTask_ScoreLead", "EndEvent_LeadScored");
  }

  @Test
  void aLeadThatThePersonSaysIsTheSameEndsHere() {
    ProcessInstance intake = unsure();
    blocks.sets("settleDuplicate", "duplicate", "merged");

    complete(task(intake), withVariables("duplicateAnswer", "same"));

    assertThat(intake).isEnded().hasPassed("EndEvent_LeadMerged");
    assertThat(blocks.called()).endsWith("checkDuplicate", "settleDuplicate");
  }

  @Test
  void whenNobodyDecidesInTimeItGoesOnAsOneOfItsOwn() {
    ProcessInstance intake = unsure();

    execute(job(intake));

    assertThat(intake)
        .isEnded()
        .hasPassedInOrder(
            "ServiceTask_LeaveUndecided", "ServiceTask_ScoreLead", "EndEvent_LeadScored")
        .hasNotPassed("ServiceTask_SettleDuplicate");
  }

  @Test
  void whoIsDisqualifiedUndecidedIsNotScored() {
    ProcessInstance intake = unsure();

    send("LeadDisqualifiedElsewhere");

    assertThat(intake)
        .isEnded()
        .hasPassedInOrder("ServiceTask_DisqualifyLead", "EndEvent_LeadDisqualified")
        .hasNotPassed("ServiceTask_SettleDuplicate", "ServiceTask_ScoreLead");
  }

  private static ProcessInstance unsure() {
    blocks.sets("screenLead", Map.of("screenedOut", false, "incomplete", false));
    blocks.sets("askAboutDuplicate", "duplicateDueOn", inAnHour());
    blocks.sets("findDuplicates", "duplicate", "unsure");
    return start();
  }

  @Test
  void aLeadThatNobodyCouldWorkWaitsForTheLeadDeskAndGoesOnWithWhatItFinds() {
    ProcessInstance intake = incomplete();
    assertThat(intake).isWaitingAt(COMPLETE_DATA);
    assertThat(task(intake)).hasCandidateGroup("triage").hasName("Complete data");

    complete(task(intake), withVariables("dataAnswer", "found"));

    assertThat(intake)
        .isEnded()
        .hasPassedInOrder(
            "ServiceTask_RecordData", "ServiceTask_FindDuplicates", "EndEvent_LeadScored");
    assertThat(blocks.called())
        .containsExactly(
            "screenLead",
            "askForData",
            "presentLead",
            "presentMissingData",
            "checkData",
            "recordData",
            "findDuplicates",
            "scoreLead");
  }

  @Test
  void whenNobodyFindsAnythingInTimeItGoesOnAsItIs() {
    ProcessInstance intake = incomplete();

    execute(job(intake));

    assertThat(intake)
        .isEnded()
        .hasPassedInOrder(
            "ServiceTask_LeaveAsItIs", "ServiceTask_FindDuplicates", "EndEvent_LeadScored")
        .hasNotPassed("ServiceTask_RecordData");
  }

  @Test
  void whatGotItsDataElsewhereGoesOnByItself() {
    ProcessInstance intake = incomplete();

    send("DataCameElsewhere");

    assertThat(task(intake)).isNull();
    assertThat(blocks.called()).doesNotContain("findDuplicates");
    execute(job(intake));
    assertThat(intake)
        .isEnded()
        .hasPassed("EndEvent_LeadScored")
        .hasNotPassed("ServiceTask_RecordData");
  }

  @Test
  void whoIsDisqualifiedMeanwhileIsNotScored() {
    ProcessInstance intake = incomplete();

    send("LeadDisqualifiedElsewhere");

    assertThat(intake)
        .isEnded()
        .hasPassedInOrder("ServiceTask_DisqualifyLead", "EndEvent_LeadDisqualified")
        .hasNotPassed("ServiceTask_ScoreLead");
  }

  private static void send(String message) {
    runtimeService()
        .createMessageCorrelation(message)
        .processInstanceBusinessKey("lead-1")
        .correlate();
  }

  private static ProcessInstance incomplete() {
    blocks.sets("screenLead", Map.of("screenedOut", false, "incomplete", true));
    blocks.sets("askForData", "dataDueOn", inAnHour());
    blocks.sets("findDuplicates", "duplicate", "no");
    return start();
  }

  private static Date inAnHour() {
    return Date.from(Instant.now().plusSeconds(3600));
  }

  @Test
  void anUnsolicitedLeadIsDisqualifiedAndNotScored() {
    blocks.sets("screenLead", "screenedOut", true);

    assertThat(start())
        .isEnded()
        .hasPassedInOrder("ServiceTask_DisqualifyUnsolicited", "EndEvent_LeadScreenedOut")
        .hasNotPassed("ServiceTask_ScoreLead");
  }

  @Test
  void aBlockThatForgetsItsFlagIsNoticed() {
    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(LeadIntakePathsTests::start)
        .withMessageContaining("screenedOut");
  }

  private static ProcessInstance start() {
    return runtimeService().startProcessInstanceByKey("lead-intake", "lead-1");
  }
}
