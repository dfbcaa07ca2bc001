package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(StandInEngine.SHARED)
class OpportunityPursuitPathsTests {

  @RegisterExtension
  static final StandInEngine blocks = StandInEngine.covering("opportunity-pursuit");

  private ProcessInstance pursuit;

  @BeforeEach
  void start() {
    pursuit = runtimeService().startProcessInstanceByKey("opportunity-pursuit", "opportunity-1");
  }

  @Test
  void itEntersOneStageAfterTheOther() {
    List<Object> stages = new ArrayList<>();
    blocks.when("enterStage", scope -> stages.add(scope.getVariable("stage")));

    assertThat(pursuit).isWaitingAt("UserTask_DevelopOpportunity");
    complete(task(pursuit));
    assertThat(pursuit).isWaitingAt("UserTask_ProposeSolution");
    complete(task(pursuit));
    assertThat(pursuit).isWaitingAt("UserTask_CloseOpportunity");

    assertThat(stages).containsExactly("Propose", "Close");
    assertThat(blocks.called())
        .containsExactly(
            "presentOpportunity",
            "enterStage",
            "presentOpportunity",
            "enterStage",
            "presentOpportunity");
  }

  @Test
  void aWonOpportunityIsWon() {
    close("won");

    assertThat(pursuit)
        .isEnded()
        .hasPassedInOrder("ServiceTask_WinOpportunity", "EndEvent_OpportunityWon");
    assertThat(blocks.called()).endsWith("checkClosing", "winOpportunity");
  }

  @Test
  void aLostOpportunityIsLost() {
    close("lost");

    assertThat(pursuit)
        .isEnded()
        .hasPassedInOrder("ServiceTask_LoseOpportunity", "EndEvent_OpportunityLost");
  }

  @Test
  void anAnswerThatNoFlowKnowsIsRefused() {
    assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> close("drawn"));

    assertThat(pursuit).isWaitingAt("UserTask_CloseOpportunity");
  }

  private void close(String answer) {
    complete(task(pursuit));
    complete(task(pursuit));
    complete(task(pursuit), withVariables("closing", answer));
  }
}
