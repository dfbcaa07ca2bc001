package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.Collections;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeadRoutingPathsTests {

  @RegisterExtension static final StandInEngine blocks = StandInEngine.covering("lead-routing");

  @Test
  void aLeadThatTheRulesTakeIsAssigned() {
    blocks.sets("decideRoute", "targetFound", true);
    blocks.sets("assignLead", "ownerFound", true);

    assertThat(start(null)).isEnded().hasPassed("EndEvent_LeadAssigned");
    assertThat(blocks.called()).containsExactly("decideRoute", "assignLead");
  }

  @Test
  void aLeadThatNoRuleTakesGoesToTheLeadDesk() {
    blocks.sets("decideRoute", "targetFound", false);

    ProcessInstance routing = start(null);

    assertThat(routing).isWaitingAt("UserTask_TriageLead").hasNotPassed("ServiceTask_AssignLead");
    assertThat(task(routing)).hasCandidateGroup("triage").hasName("Triage lead");
    assertThat(blocks.called()).containsExactly("decideRoute", "presentLead");
  }

  @Test
  void aTargetWithoutAnybodyGoesToTheLeadDesk() {
    blocks.sets("decideRoute", "targetFound", true);
    blocks.sets("assignLead", "ownerFound", false);

    assertThat(start(null)).isWaitingAt("UserTask_TriageLead");
  }

  @Test
  void aLeadHandedBackGoesToTheLeadDeskWithoutAskingTheRules() {
    assertThat(start(true))
        .isWaitingAt("UserTask_TriageLead")
        .hasNotPassed("ServiceTask_DecideRoute");
  }

  @Test
  void theLeadDeskAssignsByHand() {
    ProcessInstance routing = start(true);

    complete(task(routing), withVariables("triageAnswer", "assign"));

    assertThat(routing)
        .isEnded()
        .hasPassedInOrder("ServiceTask_AssignByHand", "EndEvent_LeadAssignedByHand");
    assertThat(blocks.called()).containsExactly("presentLead", "checkTriage", "assignByHand");
  }

  @Test
  void theLeadDeskDisqualifies() {
    ProcessInstance routing = start(true);

    complete(task(routing), withVariables("triageAnswer", "disqualify"));

    assertThat(routing)
        .isEnded()
        .hasPassedInOrder("ServiceTask_DisqualifyLead", "EndEvent_LeadDisqualified");
  }

  @Test
  void anAnswerThatNoFlowKnowsIsRefusedAndTheTaskStays() {
    ProcessInstance routing = start(true);

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> complete(task(routing), withVariables("triageAnswer", "burn")));

    assertThat(routing).isWaitingAt("UserTask_TriageLead");
  }

  /** The lifecycle always hands over the flag, as null when nobody has set it. */
  private static ProcessInstance start(Boolean handedBack) {
    return runtimeService()
        .startProcessInstanceByKey(
            "lead-routing", "lead-1", Collections.singletonMap("handedBack", handedBack));
  }
}
