package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.claim;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(StandInEngine.SHARED)
class LeadQualificationPathsTests {

  @RegisterExtension
  static final StandInEngine blocks = StandInEngine.covering("lead-qualification");

  private ProcessInstance qualification;

  @BeforeEach
  void start() {
    blocks.when("setDeadlines", LeadQualificationPathsTests::inTime);
    blocks.sets("askForApproval", "approvalNeeded", false);
    qualification = runtimeService().startProcessInstanceByKey("lead-qualification", "lead-1");
  }

  @Test
  void theTaskIsPresentedAndOfferedToTheOwner() {
    assertThat(qualification).isWaitingAt("UserTask_WorkLead");
    assertThat(blocks.called()).containsExactly("setDeadlines", "presentLead", "offerToOwner");
  }

  @Test
  void aClaimIsFollowed() {
    claim(task(qualification), "kim");

    assertThat(blocks.called()).endsWith("followClaim");
  }

  @Test
  void aQualifiedLeadBecomesACustomerInThisOrder() {
    answer("qualified");

    assertThat(qualification).isEnded().hasPassed("EndEvent_LeadQualified");
    assertThat(blocks.called())
        .endsWith(
            "checkAnswer",
            "askForApproval",
            "planConversion",
            "createAccount",
            "createContact",
            "createOpportunity",
            "qualifyLead");
  }

  @Test
  void aLargeDealIsApprovedFirst() {
    asksForApproval();

    answer("qualified");
    assertThat(qualification).isWaitingAt("UserTask_ApproveConversion");
    comes("BoundaryEvent_ApprovalOverdue");
    assertThat(qualification)
        .isWaitingAt("UserTask_ApproveConversion")
        .hasPassed("EndEvent_ApprovalEscalated");
    complete(task(qualification), withVariables("approvalAnswer", "approve"));

    assertThat(qualification)
        .isEnded()
        .hasPassedInOrder(
            "ServiceTask_RecordApproval", "ServiceTask_PlanConversion", "EndEvent_LeadQualified");
    assertThat(blocks.called())
        .containsSubsequence("presentLead", "offerToApprovers", "checkApproval", "recordApproval");
  }

  @Test
  void aDealThatIsNotApprovedIsWorkedAgain() {
    asksForApproval();
    answer("qualified");

    complete(task(qualification), withVariables("approvalAnswer", "sendBack"));

    assertThat(qualification)
        .isWaitingAt("UserTask_WorkLead")
        .hasPassed("ServiceTask_SendBackLead")
        .hasNotPassed("ServiceTask_PlanConversion");
  }

  private static void asksForApproval() {
    blocks.when(
        "askForApproval",
        scope -> {
          scope.setVariable("approvalNeeded", true);
          scope.setVariable("approvalDueOn", Date.from(Instant.now().plusSeconds(3600)));
        });
  }

  @Test
  void aContactedLeadComesBackToItsOwnerWithAnEmptyForm() {
    blocks.when("recordContact", scope -> scope.removeVariables(List.of("answer", "comment")));

    answer("contacted");

    assertThat(qualification)
        .isWaitingAt("UserTask_WorkLead")
        .hasPassed("ServiceTask_RecordContact");
    assertThat(qualification).variables().doesNotContainKeys("answer", "comment");
    assertThat(blocks.called()).containsSubsequence("recordContact", "presentLead", "offerToOwner");
  }

  @Test
  void aLeadThatWaitsForItsCustomerComesBackWithOtherDeadlines() {
    blocks.when("waitForCustomer", scope -> scope.removeVariables(List.of("answer", "comment")));

    answer("waiting");

    assertThat(qualification)
        .isWaitingAt("UserTask_WorkLead")
        .hasPassed("ServiceTask_WaitForCustomer");
    assertThat(blocks.called())
        .containsSubsequence("waitForCustomer", "setDeadlines", "presentLead");
  }

  @Test
  void aReminderAndAMissedDeadlineLeaveTheTaskOpen() {
    comes("BoundaryEvent_ReminderDue");
    comes("BoundaryEvent_DeadlineMissed");

    assertThat(qualification)
        .isWaitingAt("UserTask_WorkLead")
        .hasPassed("EndEvent_OwnerReminded", "EndEvent_ManagersTold");
    assertThat(blocks.called()).containsSubsequence("remindOwner", "tellManagers");
  }

  @Test
  void aLeadThatLapsesIsTakenFromItsOwner() {
    comes("BoundaryEvent_LeadLapses");

    assertThat(qualification)
        .isEnded()
        .hasPassedInOrder("ServiceTask_TakeBackLead", "EndEvent_LeadTakenBack");
    assertThat(blocks.called()).doesNotContain("checkAnswer");
  }

  @Test
  void anAnswerEndsAllTimers() {
    answer("disqualified");

    assertThat(managementService().createJobQuery().count()).isZero();
  }

  @Test
  void aDisqualifiedLeadIsClosed() {
    answer("disqualified");

    assertThat(qualification)
        .isEnded()
        .hasPassedInOrder("ServiceTask_DisqualifyLead", "EndEvent_LeadDisqualified");
  }

  @Test
  void aLeadHandedBackIsTakenFromItsOwner() {
    answer("handBack");

    assertThat(qualification)
        .isEnded()
        .hasPassedInOrder("ServiceTask_HandBackLead", "EndEvent_LeadHandedBack");
  }

  @Test
  void aRefusedAnswerLeavesTheTaskWithItsOwner() {
    blocks.when(
        "checkAnswer",
        scope -> {
          throw new ProcessEngineException("answer-required");
        });

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> answer("qualified"))
        .withMessageContaining("answer-required");

    assertThat(qualification).isWaitingAt("UserTask_WorkLead");
    assertThat(blocks.called()).doesNotContain("planConversion");
  }

  @Test
  void aConversionThatFailsHalfwayLeavesTheTaskWithItsOwner() {
    blocks.when(
        "createOpportunity",
        scope -> {
          throw new ProcessEngineException("no opportunity today");
        });

    assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> answer("qualified"));

    assertThat(qualification)
        .isWaitingAt("UserTask_WorkLead")
        .hasNotPassed("ServiceTask_CreateAccount");
  }

  @Test
  void anAnswerThatNoFlowKnowsIsRefused() {
    assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> answer("perhaps"));

    assertThat(qualification).isWaitingAt("UserTask_WorkLead");
  }

  static void inTime(VariableScope scope) {
    for (String timer : List.of("remindOn", "missOn", "lapseOn")) {
      scope.setVariable(timer, Date.from(Instant.parse("9999-12-31T00:00:00Z")));
    }
  }

  private void comes(String timer) {
    execute(job(timer, qualification));
  }

  private void answer(String answer) {
    complete(task(qualification), withVariables("answer", answer, "comment", "spoke to Ms Li"));
  }
}
