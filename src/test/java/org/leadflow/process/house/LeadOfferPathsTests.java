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
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(StandInEngine.SHARED)
class LeadOfferPathsTests {

  @RegisterExtension static final StandInEngine blocks = StandInEngine.covering("lead-offer");

  @Test
  void aPartnerWhoAcceptsHasTheLead() {
    ProcessInstance offer = start();
    assertThat(task(offer)).hasName("Answer offer");

    complete(task(offer), withVariables("offerAnswer", "accept"));

    assertThat(offer).isEnded().hasPassed("EndEvent_OfferAccepted");
    assertThat(blocks.called())
        .containsExactly(
            "makeOffer",
            "presentLead",
            "offerToOwner",
            "presentOffer",
            "checkOffer",
            "acceptOffer");
  }

  @Test
  void aPartnerWhoDeclinesDoesNot() {
    ProcessInstance offer = start();

    complete(task(offer), withVariables("offerAnswer", "decline"));

    assertThat(offer)
        .isEnded()
        .hasPassedInOrder("ServiceTask_DeclineOffer", "EndEvent_OfferDeclined");
  }

  @Test
  void whoDoesNotAnswerInTimeDoesNotEither() {
    ProcessInstance offer = start();

    execute(job(offer));

    assertThat(offer)
        .isEnded()
        .hasPassedInOrder("ServiceTask_LetOfferLapse", "EndEvent_OfferLapsed");
  }

  @Test
  void anAnswerThatNoFlowKnowsIsRefusedAndTheTaskStays() {
    ProcessInstance offer = start();

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> complete(task(offer), withVariables("offerAnswer", "perhaps")));

    assertThat(offer).isWaitingAt("UserTask_AnswerOffer");
  }

  @Test
  void aLeadThatSomebodyAssignsIsOnOfferNoLonger() {
    ProcessInstance offer = start();

    send("LeadAssignedElsewhere");

    assertThat(offer).isEnded().hasPassed("EndEvent_LeadAssignedElsewhere");
  }

  @Test
  void aLeadThatSomebodyDisqualifiesIsClosed() {
    ProcessInstance offer = start();

    send("LeadDisqualifiedElsewhere");

    assertThat(offer)
        .isEnded()
        .hasPassedInOrder("ServiceTask_DisqualifyLead", "EndEvent_LeadDisqualified");
  }

  private static void send(String message) {
    runtimeService()
        .createMessageCorrelation(message)
        .processInstanceBusinessKey("lead-1")
        .correlate();
  }

  private static ProcessInstance start() {
    blocks.sets("makeOffer", "offerLapsesOn", Date.from(Instant.now().plusSeconds(3600)));
    return runtimeService().startProcessInstanceByKey("lead-offer", "lead-1");
  }
}
