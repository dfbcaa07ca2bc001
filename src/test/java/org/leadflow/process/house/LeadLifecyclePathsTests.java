package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskQuery;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The whole way, through the real diagrams of the stages. */
@ResourceLock(StandInEngine.SHARED)
class LeadLifecyclePathsTests {

  @RegisterExtension static final StandInEngine blocks = StandInEngine.covering("lead-lifecycle");

  @BeforeEach
  void aRealLeadThatTheRulesTake() {
    blocks.sets("screenLead", Map.of("screenedOut", false, "incomplete", false));
    blocks.sets("findDuplicates", "duplicate", "no");
    blocks.sets("decideRoute", "targetFound", true);
    blocks.sets("assignLead", "ownerFound", "yes");
    blocks.when("setDeadlines", LeadQualificationPathsTests::inTime);
    blocks.sets("askForApproval", "approvalNeeded", false);
  }

  @Test
  void aQualifiedLeadHasGoneTheWholeWay() {
    ProcessInstance lead = start();
    assertThat(lead).isWaitingAt("CallActivity_Qualification");

    complete(workLead(), withVariables("answer", "qualified"));

    assertThat(lead)
        .isEnded()
        .hasPassedInOrder(
            "StartEvent_LeadReceived",
            "CallActivity_Intake",
            "CallActivity_Routing",
            "CallActivity_Qualification",
            "EndEvent_LeadQualified");
  }

  @Test
  void everyStageKnowsTheLeadByItsBusinessKey() {
    start();

    assertThat(runtimeService().createProcessInstanceQuery().list())
        .hasSize(2)
        .allSatisfy(stage -> assertThat(stage.getBusinessKey()).isEqualTo("lead-1"));
  }

  @Test
  void anUnsolicitedLeadEndsBeforeAnybodySeesIt() {
    blocks.sets("screenLead", "screenedOut", true);

    assertThat(start())
        .isEnded()
        .hasPassed("EndEvent_LeadClosedAtIntake")
        .hasNotPassed("CallActivity_Routing");
  }

  @Test
  void aLeadThatIsThereAlreadyEndsBeforeAnybodySeesIt() {
    blocks.when(
        "findDuplicates",
        scope -> {
          scope.setVariable("duplicate", "merged");
          scope.setVariable("leadClosed", true);
        });

    assertThat(start())
        .isEnded()
        .hasPassed("EndEvent_LeadClosedAtIntake")
        .hasNotPassed("CallActivity_Routing");
  }

  @Test
  void aLeadDisqualifiedInTriageIsNotQualified() {
    blocks.sets("decideRoute", "targetFound", false);
    ProcessInstance lead = start();

    complete(triageLead(), withVariables("triageAnswer", "disqualify"));

    assertThat(lead)
        .isEnded()
        .hasPassed("EndEvent_LeadDisqualifiedInTriage")
        .hasNotPassed("CallActivity_Qualification");
  }

  @Test
  void aDisqualifiedLeadEnds() {
    ProcessInstance lead = start();

    complete(workLead(), withVariables("answer", "disqualified"));

    assertThat(lead).isEnded().hasPassed("EndEvent_LeadDisqualified");
  }

  @Test
  void aLeadHandedBackGoesThroughTriageToItsNextOwnerAsOftenAsNeeded() {
    ProcessInstance lead = start();

    for (int round = 1; round <= 2; round++) {
      complete(workLead(), withVariables("answer", "handBack"));
      assertThat(lead).isWaitingAt("CallActivity_Routing");
      complete(triageLead(), withVariables("triageAnswer", "assign"));
      assertThat(lead).isWaitingAt("CallActivity_Qualification");
    }
    complete(workLead(), withVariables("answer", "qualified"));

    assertThat(lead).isEnded().hasPassed("EndEvent_LeadQualified");
    assertThat(blocks.called()).containsOnlyOnce("decideRoute");
  }

  @Test
  void aLeadHandedBackCanStillBeDisqualifiedInTriage() {
    ProcessInstance lead = start();

    complete(workLead(), withVariables("answer", "handBack"));
    complete(triageLead(), withVariables("triageAnswer", "disqualify"));

    assertThat(lead).isEnded().hasPassed("EndEvent_LeadDisqualifiedInTriage");
  }

  @Test
  void aRetriedLeadStartsInTheBackground() {
    ProcessInstance lead = retry();
    assertThat(lead).isWaitingAt("StartEvent_LeadRetried");
    assertThat(blocks.called()).isEmpty();

    execute(job(lead));

    assertThat(lead).isWaitingAt("CallActivity_Qualification");
    assertThat(blocks.called())
        .startsWith("screenLead", "findDuplicates", "scoreLead", "decideRoute", "assignLead");
  }

  @Test
  void aRetriedLeadThatFailsAgainStaysWhereItIs() {
    blocks.when(
        "decideRoute",
        scope -> {
          throw new IllegalStateException("rules are broken");
        });
    ProcessInstance lead = retry();

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> execute(job(lead)));

    assertThat(lead).isWaitingAt("StartEvent_LeadRetried");
  }

  @Test
  void aFirstStartThatFailsLeavesNoInstanceBehind() {
    blocks.when(
        "scoreLead",
        scope -> {
          throw new ProcessEngineException("rules are broken");
        });

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(LeadLifecyclePathsTests::start);

    assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void aReactivatedLeadGoesBackToItsOwnerWithoutBeingScreenedAndRoutedAgain() {
    ProcessInstance lead = reactivate(true);

    assertThat(lead).isWaitingAt("CallActivity_Qualification");
    assertThat(blocks.called()).containsExactly("setDeadlines", "presentLead", "offerToOwner");
  }

  @Test
  void aReactivatedLeadWhoseOwnerIsGoneIsRoutedWithoutBeingScreenedAgain() {
    ProcessInstance lead = reactivate(false);

    assertThat(lead).isWaitingAt("CallActivity_Qualification").hasPassed("CallActivity_Routing");
    assertThat(blocks.called())
        .startsWith("decideRoute", "assignLead")
        .doesNotContain("screenLead");
  }

  @Test
  void onlyFlagsTravelBetweenTheStages() {
    start();
    complete(workLead(), withVariables("answer", "handBack", "comment", "not my region"));

    assertThat(runtimeService().createVariableInstanceQuery().list())
        .extracting(variable -> variable.getName())
        .isSubsetOf(List.of("leadClosed", "outcome", "handedBack"));
  }

  private static ProcessInstance start() {
    return runtimeService().startProcessInstanceByKey("lead-lifecycle", "lead-1");
  }

  private static ProcessInstance retry() {
    return runtimeService()
        .createMessageCorrelation("LeadRetried")
        .processInstanceBusinessKey("lead-1")
        .correlateStartMessage();
  }

  private static ProcessInstance reactivate(boolean ownerStays) {
    return runtimeService()
        .createMessageCorrelation("LeadReactivated")
        .processInstanceBusinessKey("lead-1")
        .setVariable("ownerStays", ownerStays)
        .correlateStartMessage();
  }

  private static Task workLead() {
    return taskQuery().taskDefinitionKey("UserTask_WorkLead").singleResult();
  }

  private static Task triageLead() {
    return taskQuery().taskDefinitionKey("UserTask_TriageLead").singleResult();
  }
}
