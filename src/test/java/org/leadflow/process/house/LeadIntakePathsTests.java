package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(StandInEngine.SHARED)
class LeadIntakePathsTests {

  @RegisterExtension static final StandInEngine blocks = StandInEngine.covering("lead-intake");

  @Test
  void aRealLeadThatIsNewIsScored() {
    blocks.sets("screenLead", "screenedOut", false);
    blocks.sets("findDuplicates", "duplicate", "no");

    assertThat(start()).isEnded().hasPassedInOrder("ServiceTask_ScoreLead", "EndEvent_LeadScored");
    assertThat(blocks.called()).containsExactly("screenLead", "findDuplicates", "scoreLead");
  }

  @Test
  void aLeadThatIsMergedEndsHere() {
    blocks.sets("screenLead", "screenedOut", false);
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
    assertThat(blocks.called()).containsExactly("screenLead", "findDuplicates", "presentLead");
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

  private static ProcessInstance unsure() {
    blocks.sets("screenLead", "screenedOut", false);
    blocks.sets("findDuplicates", "duplicate", "unsure");
    return start();
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
