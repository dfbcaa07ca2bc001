package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(StandInEngine.SHARED)
class LeadRoutingPathsTests {

  @RegisterExtension static final StandInEngine blocks = StandInEngine.covering("lead-routing");

  @Test
  void aLeadThatTheRulesTakeIsAssigned() {
    blocks.sets("decideRoute", "targetFound", true);
    blocks.sets("assignLead", "ownerFound", "yes");

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
    blocks.sets("assignLead", "ownerFound", "no");

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

  @Test
  void aLeadWhoseTeamIsAwayWaitsAndAsksTheRulesAgainWhenTheTimeComes() {
    blocks.sets("decideRoute", "targetFound", true);
    waitsFor(Instant.now().plusSeconds(3600));
    ProcessInstance routing = start(null);
    assertThat(routing).isWaitingAt("Gateway_WhatComesFirst");

    blocks.sets("assignLead", "ownerFound", "yes");
    execute(job(routing));

    assertThat(routing)
        .isEnded()
        .hasPassedInOrder("IntermediateEvent_TimeToDecideAgain", "EndEvent_LeadAssigned");
    assertThat(blocks.called())
        .containsExactly("decideRoute", "assignLead", "decideRoute", "assignLead");
  }

  @Test
  void aWaitingLeadThatSomebodyAssignsWaitsNoLonger() {
    blocks.sets("decideRoute", "targetFound", true);
    waitsFor(Instant.now().plusSeconds(3600));
    ProcessInstance routing = start(null);

    runtimeService()
        .createMessageCorrelation("LeadAssignedElsewhere")
        .processInstanceBusinessKey("lead-1")
        .correlate();

    assertThat(routing).isEnded().hasPassed("EndEvent_LeadAssignedWhileWaiting");
    assertThat(managementService().createJobQuery().processInstanceId(routing.getId()).count())
        .isZero();
  }

  @Test
  void aWaitingLeadThatSomebodyDisqualifiesIsClosed() {
    blocks.sets("decideRoute", "targetFound", true);
    waitsFor(Instant.now().plusSeconds(3600));
    ProcessInstance routing = start(null);

    runtimeService()
        .createMessageCorrelation("LeadDisqualifiedElsewhere")
        .processInstanceBusinessKey("lead-1")
        .correlate();

    assertThat(routing)
        .isEnded()
        .hasPassedInOrder("ServiceTask_DisqualifyLead", "EndEvent_LeadDisqualified");
  }

  @Test
  void aLeadThatTheRulesTakeWhileTheLeadDeskHasItLeavesTheLeadDesk() {
    ProcessInstance routing = start(true);

    runtimeService()
        .createMessageCorrelation("LeadAssignedElsewhere")
        .processInstanceBusinessKey("lead-1")
        .correlate();

    assertThat(routing).isEnded().hasPassed("EndEvent_LeadRoutedAgain");
  }

  @Test
  void aLeadThatItsPartnerTakesIsSettled() {
    ProcessInstance routing = offered();

    complete(task(offerOf(routing)), withVariables("offerAnswer", "accept"));

    assertThat(routing).isEnded().hasPassed("EndEvent_OfferSettled");
  }

  @Test
  void aLeadThatItsPartnerDeclinesIsDecidedAgain() {
    ProcessInstance routing = offered();
    blocks.sets("assignLead", "ownerFound", "yes");

    complete(task(offerOf(routing)), withVariables("offerAnswer", "decline"));

    assertThat(routing).isEnded().hasPassedInOrder("CallActivity_Offer", "EndEvent_LeadAssigned");
  }

  private static ProcessInstance offered() {
    blocks.sets("decideRoute", "targetFound", true);
    blocks.sets("assignLead", "ownerFound", "offered");
    blocks.sets("makeOffer", "offerLapsesOn", Date.from(Instant.now().plusSeconds(3600)));
    return start(null);
  }

  private static ProcessInstance offerOf(ProcessInstance routing) {
    return runtimeService()
        .createProcessInstanceQuery()
        .superProcessInstanceId(routing.getId())
        .singleResult();
  }

  @Test
  void anAnswerThatTheGatewayDoesNotKnowStopsTheStep() {
    blocks.sets("decideRoute", "targetFound", true);
    blocks.sets("assignLead", "ownerFound", "perhaps");

    assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> start(null));
  }

  private static void waitsFor(Instant until) {
    blocks.when(
        "assignLead",
        scope -> {
          scope.setVariable("ownerFound", "later");
          scope.setVariable("waitUntil", Date.from(until));
        });
  }

  /** The lifecycle always hands over the flag, as null when nobody has set it. */
  private static ProcessInstance start(Boolean handedBack) {
    return runtimeService()
        .startProcessInstanceByKey(
            "lead-routing", "lead-1", Collections.singletonMap("handedBack", handedBack));
  }
}
