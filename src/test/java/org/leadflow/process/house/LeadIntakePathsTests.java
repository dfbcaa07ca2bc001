package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeadIntakePathsTests {

  @RegisterExtension static final StandInEngine blocks = StandInEngine.covering("lead-intake");

  @Test
  void aRealLeadIsScored() {
    blocks.sets("screenLead", "screenedOut", false);

    assertThat(start()).isEnded().hasPassedInOrder("ServiceTask_ScoreLead", "EndEvent_LeadScored");
    assertThat(blocks.called()).containsExactly("screenLead", "scoreLead");
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
