package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a diagram asks for is written before it, by somebody. */
class VariableRulesTests extends ChangedHouse {

  @Test
  void aCallMayBeGivenSomethingByAnInputAndHandItOver() throws IOException {
    changeAll(
        LIFECYCLE,
        "(id=\"CallActivity_Qualification\"(?s:.*?)<camunda:in businessKey=\"[^\"]*\" />)",
        "$1<camunda:inputOutput><camunda:inputParameter name=\"kind\">large</camunda:inputParameter>"
            + "</camunda:inputOutput><camunda:in source=\"kind\" target=\"kind\" />");

    assertThat(saysOfVariables()).isEmpty();
  }

  @Test
  void ourOwnDiagramsAskForNothingThatIsNotThere() {
    assertThat(saysOfVariables()).isEmpty();
  }

  @Test
  void aMisspeltVariableIsAnsweredWithTheNearestOne() throws IOException {
    change(ROUTING, "${targetFound}", "${targetFond}");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-routing.bpmn: exclusiveGateway \"Target found?\" (Gateway_TargetFound) asks for"
                + " targetFond, which nothing writes; did you mean targetFound?");
  }

  @Test
  void aBlockThatWasTakenOutIsNamedWhereItsVariableIsAskedFor() throws IOException {
    without(INTAKE, "ServiceTask_ScreenLead");

    assertThat(saysOfVariables())
        .contains(
            "lead-intake.bpmn: exclusiveGateway \"Real lead?\" (Gateway_RealLead) asks for screenedOut,"
                + " which nothing writes; the building block screenLead does");
  }

  @Test
  void aMisspeltBlockInACalledProcessIsNotTakenForTheWriter() throws IOException {
    without(ROUTING, "ServiceTask_DecideRoute");
    change(OFFER, "${declineOffer}", "${declineOfer}");

    assertThat(saysOfVariables())
        .contains(
            "lead-routing.bpmn: exclusiveGateway \"Target found?\" (Gateway_TargetFound) asks for"
                + " targetFound, which nothing writes; the building block decideRoute does");
  }

  @Test
  void aVariableThatOnlyGoesToAndFroBetweenTwoProcessesMayBeMissing() throws IOException {
    change(
        LIFECYCLE,
        "<camunda:in source=\"handedBack\" target=\"handedBack\" />",
        "<camunda:in source=\"handedBack\" target=\"handedBack\" />"
            + "<camunda:in source=\"region\" target=\"region\" />"
            + "<camunda:out source=\"region\" target=\"region\" />");
    change(ROUTING, "${targetFound}", "${region}");

    assertThat(saysOfVariables())
        .singleElement()
        .asString()
        .contains("(Gateway_TargetFound), asks for region, which may be missing");
  }

  @Test
  void aTimerWaitsForATimeThatABlockBeforeItReckons() throws IOException {
    without(INTAKE, "ServiceTask_AskForData");
    assertThat(saysOfVariables())
        .containsExactly(
            "lead-intake.bpmn: boundaryEvent \"Time is over\" (BoundaryEvent_TimeIsOver) waits for"
                + " dataDueOn, which nothing writes; the building block askForData does");
  }

  @Test
  void aTimerWithATimeThatNoBlockReckonsIsFound() throws IOException {
    change(ROUTING, "${waitUntil}", "${workingTime}");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-routing.bpmn: intermediateCatchEvent \"Time to decide again\""
                + " (IntermediateEvent_TimeToDecideAgain) waits for workingTime, which nothing writes;"
                + " the building block findWorkingTime does");
  }

  @Test
  void whatIsOnlyWrittenBehindItIsNotThereYet() throws IOException {
    without(QUALIFICATION, "ServiceTask_SetDeadlines");

    assertThat(saysOfVariables())
        .hasSize(3)
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains("\"Reminder due\"")
                    .contains("waits for remindOn, which nothing before it writes"));
  }

  @Test
  void theWrongFormAtATaskIsFoundAtTheGatewayThatAsksForItsAnswer() throws IOException {
    change(ROUTING, "formRef=\"triage-lead\"", "formRef=\"develop-opportunity\"");

    assertThat(saysOfVariables())
        .containsExactlyInAnyOrder(
            "lead-routing.bpmn: exclusiveGateway \"What to do?\" (Gateway_TriageAnswer) asks for"
                + " triageAnswer, which nothing writes; the form triage-lead asks for it",
            "lead-routing.bpmn: userTask \"Triage lead\" (UserTask_TriageLead) shows the form"
                + " develop-opportunity, which does not ask for comment or ownerId or ownerKind or"
                + " statusReason or triageAnswer; its block checkTriage checks that");
  }

  @Test
  void theWrongFormAtATaskIsFoundWhereNoGatewayAsks() throws IOException {
    change(INTAKE, "formRef=\"complete-data\"", "formRef=\"decide-duplicate\"");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-intake.bpmn: userTask \"Complete data\" (UserTask_CompleteData) shows the form"
                + " decide-duplicate, which does not ask for dataAnswer; its block checkData checks that");
  }

  @Test
  void aTimerThatGoesRoundTheAnswerIsNamed() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"BoundaryEvent_LeadLapses\" targetRef=\"ServiceTask_TakeBackLead\"",
        "sourceRef=\"BoundaryEvent_LeadLapses\" targetRef=\"Gateway_Answer\"");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-qualification.bpmn: exclusiveGateway \"What came of it?\" (Gateway_Answer) asks for"
                + " answer, which nothing writes on the way over serviceTask \"Set deadlines\""
                + " (ServiceTask_SetDeadlines), userTask \"Work lead\" (UserTask_WorkLead), boundaryEvent"
                + " \"Lead lapses\" (BoundaryEvent_LeadLapses)");
  }

  @Test
  void whatAStepEmptiesIsNotAskedForBehindIt() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"ServiceTask_RecordContact\" targetRef=\"Gateway_BeforeWork\"",
        "sourceRef=\"ServiceTask_RecordContact\" targetRef=\"Gateway_Answer\"");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-qualification.bpmn: exclusiveGateway \"What came of it?\" (Gateway_Answer) asks for"
                + " answer, which serviceTask \"Record contact\" (ServiceTask_RecordContact) takes away;"
                + " ask for it before that");
  }

  @Test
  void anAnswerOfADesignersFormIsStillThereBehindATaskOfOurs() throws IOException {
    change(
        "develop-opportunity.form",
        "\"components\": [",
        "\"components\": [{\"type\": \"radio\", \"key\": \"newsletter\", \"validate\": {\"required\": true},"
            + " \"values\": [{\"value\": \"yes\"}, {\"value\": \"no\"}]},");
    change(
        ROUTING,
        "sourceRef=\"Gateway_BeforeTriage\" targetRef=\"UserTask_TriageLead\"",
        "sourceRef=\"Gateway_BeforeTriage\" targetRef=\"UserTask_AskFirst\"");
    change(
        ROUTING,
        "<bpmn:exclusiveGateway id=\"Gateway_BeforeTriage\">",
        """
            <bpmn:userTask id="UserTask_AskFirst" name="Ask first" camunda:formRef="develop-opportunity" />
            <bpmn:sequenceFlow id="Flow_ToTriage" sourceRef="UserTask_AskFirst" targetRef="UserTask_TriageLead" />
            <bpmn:exclusiveGateway id="Gateway_BeforeTriage">\
            """);
    assertThat(saysOfVariables()).isEmpty();

    change(ROUTING, "${triageAnswer == 'assign'}", "${newsletter == 'yes'}");
    change(ROUTING, "${triageAnswer == 'disqualify'}", "${newsletter == 'no'}");
    assertThat(saysOfVariables()).isEmpty();
  }

  @Test
  void whatACalledProcessWritesMustBeHandedBack() throws IOException {
    change(LIFECYCLE, "<camunda:out source=\"outcome\" target=\"outcome\" />", "");
    assertThat(saysOfVariables())
        .containsExactly(
            "lead-lifecycle.bpmn: exclusiveGateway \"What came of it?\" (Gateway_Outcome) asks for"
                + " outcome, which nothing writes; lead-qualification does: let callActivity \"Lead"
                + " qualification\" (CallActivity_Qualification) hand it back (Out mappings)");
  }

  @Test
  void whatACalledProcessDoesNotWriteIsNotHandedBack() throws IOException {
    change(LIFECYCLE, "source=\"outcome\"", "source=\"outcom\"");

    assertThat(saysOfVariables())
        .anySatisfy(
            it ->
                assertThat(it)
                    .isEqualTo(
                        "lead-lifecycle.bpmn: callActivity \"Lead qualification\""
                            + " (CallActivity_Qualification) hands back outcom, which nothing in"
                            + " lead-qualification writes; did you mean outcome?"));
  }

  @Test
  void whatACallerHasMustBeHandedOver() throws IOException {
    change(LIFECYCLE, "<camunda:in source=\"handedBack\" target=\"handedBack\" />", "");
    assertThat(saysOfVariables())
        .containsExactly(
            "lead-routing.bpmn: exclusiveGateway \"Handed back?\" (Gateway_HandedBack) asks for"
                + " handedBack, which nothing writes; lead-lifecycle has it: let callActivity \"Lead"
                + " routing\" (CallActivity_Routing) hand it over (In mappings)");
  }

  @Test
  void whatNobodyWritesIsNotHandedOver() throws IOException {
    change(LIFECYCLE, "in source=\"handedBack\"", "in source=\"handedBak\"");
    assertThat(saysOfVariables())
        .containsExactly(
            "lead-lifecycle.bpmn: callActivity \"Lead routing\" (CallActivity_Routing) hands over"
                + " handedBak, which nothing writes; did you mean handedBack?");
  }

  @Test
  void whatAMessageBringsIsThereOnItsWayAlone() throws IOException {
    change(
        LIFECYCLE,
        "sourceRef=\"StartEvent_LeadRetried\" targetRef=\"Gateway_BeforeIntake\"",
        "sourceRef=\"StartEvent_LeadRetried\" targetRef=\"Gateway_OwnerStays\"");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-lifecycle.bpmn: exclusiveGateway \"Owner stays?\" (Gateway_OwnerStays) asks for"
                + " ownerStays, which nothing writes on the way over startEvent \"Lead retried\""
                + " (StartEvent_LeadRetried)");
  }

  @Test
  void aStepThatCarriesOutAnAnswerNeedsOne() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"BoundaryEvent_LeadLapses\" targetRef=\"ServiceTask_TakeBackLead\"",
        "sourceRef=\"BoundaryEvent_LeadLapses\" targetRef=\"ServiceTask_DisqualifyLead\"");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-qualification.bpmn: serviceTask \"Disqualify lead\" (ServiceTask_DisqualifyLead)"
                + " needs statusReason, which nothing writes on the way over serviceTask \"Set deadlines\""
                + " (ServiceTask_SetDeadlines), userTask \"Work lead\" (UserTask_WorkLead), boundaryEvent"
                + " \"Lead lapses\" (BoundaryEvent_LeadLapses)");
  }

  @Test
  void aFlagThatIsWrittenOnOneWayAndAskedForOnThatWayAloneIsThere() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"Gateway_BeforeConversion\" targetRef=\"ServiceTask_PlanConversion\" />",
        """
        sourceRef="Gateway_BeforeConversion" targetRef="Gateway_WasAsked" />
        <bpmn:exclusiveGateway id="Gateway_WasAsked" default="Flow_WasNotAsked" />
        <bpmn:sequenceFlow id="Flow_WasNotAsked" sourceRef="Gateway_WasAsked" targetRef="ServiceTask_PlanConversion" />
        <bpmn:sequenceFlow id="Flow_WasAsked" sourceRef="Gateway_WasAsked" targetRef="Gateway_WasApproved">
          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approvalNeeded}</bpmn:conditionExpression>
        </bpmn:sequenceFlow>
        <bpmn:exclusiveGateway id="Gateway_WasApproved" />
        <bpmn:sequenceFlow id="Flow_WasApproved" sourceRef="Gateway_WasApproved" targetRef="ServiceTask_PlanConversion">
          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approvalAnswer == 'approve'}</bpmn:conditionExpression>
        </bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="Flow_WasSentBack" sourceRef="Gateway_WasApproved" targetRef="Gateway_BeforeWork">
          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${approvalAnswer == 'approve'}</bpmn:conditionExpression>
        </bpmn:sequenceFlow>\
        """);
    assertThat(saysOfVariables()).isEmpty();

    change(
        QUALIFICATION,
        "\"Gateway_WasAsked\" targetRef=\"Gateway_WasApproved\"",
        "\"Gateway_WasAsked\" targetRef=\"ServiceTask_PlanConversion\"");
    change(
        QUALIFICATION,
        "\"Flow_WasNotAsked\" sourceRef=\"Gateway_WasAsked\" targetRef=\"ServiceTask_PlanConversion\"",
        "\"Flow_WasNotAsked\" sourceRef=\"Gateway_WasAsked\" targetRef=\"Gateway_WasApproved\"");
    assertThat(saysOfVariables())
        .singleElement()
        .asString()
        .contains("Gateway_WasApproved asks for approvalAnswer, which nothing before it writes");
  }

  @Test
  void aDirectoryInProductionNeedsNoTableOfBlocks() throws IOException {
    change("building-blocks.md", "`targetFound` (Boolean)", "nothing");
    assertThat(saysOfVariables()).isEmpty();
  }

  @Test
  void anEventWithoutItsMessageMayBringAnything() throws IOException {
    change(LIFECYCLE, " messageRef=\"Message_LeadReactivated\"", "");

    assertThat(saysOfVariables()).isEmpty();
  }

  @Test
  void aStepThatNobodyKnowsMayWriteAnything() throws IOException {
    change(ROUTING, "${decideRoute}", "${decideRoutes}");

    assertThat(saysOfVariables()).isEmpty();
  }
}
