package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where something is missing, whoever can write it is named. */
class HintsTests extends ChangedHouse {

  @Test
  void whatIsHandedOnIsHandedBackByTheProcessThatWritesIt() throws IOException {
    change(LIFECYCLE, "<camunda:out source=\"handedBack\" target=\"handedBack\" />", "");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-lifecycle.bpmn: callActivity \"Lead routing\" (CallActivity_Routing) hands over"
                + " handedBack, which nothing writes; lead-qualification does: let callActivity \"Lead"
                + " qualification\" (CallActivity_Qualification) hand it back (Out mappings)");
  }

  @Test
  void whatOnlyOneOfTwoCallsHandsBackIsHandedBackByTheOther() throws IOException {
    changeAll(
        LIFECYCLE,
        "(id=\"CallActivity_Routing\"(?s:.*?))<camunda:out source=\"leadClosed\" target=\"leadClosed\" />",
        "$1");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-lifecycle.bpmn: exclusiveGateway \"Still open?\" (Gateway_StillOpen) asks for leadClosed,"
                + " which nothing writes on the way over startEvent \"Lead reactivated\""
                + " (StartEvent_LeadReactivated), exclusiveGateway \"Owner stays?\""
                + " (Gateway_OwnerStays), callActivity \"Lead routing\" (CallActivity_Routing);"
                + " lead-routing does: let callActivity \"Lead routing\" (CallActivity_Routing) hand it"
                + " back (Out mappings)");
  }

  @Test
  void anAnswerThatAStepCarriesOutIsAskedForInTheFormBeforeIt() throws IOException {
    change("work-lead.form", "\"key\": \"waitUntil\"", "\"key\": \"until\"");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-qualification.bpmn: serviceTask \"Wait for customer\" (ServiceTask_WaitForCustomer)"
                + " needs waitUntil, which nothing writes; ask for it in the form work-lead, with a"
                + " field whose key is waitUntil");
  }

  @Test
  void anOutputOfOneWayIsMissingOnTheOthers() throws IOException {
    changeAll(
        ROUTING,
        "(id=\"ServiceTask_AssignByHand\"(?s:.*?)</bpmn:documentation>)",
        "$1<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter"
            + " name=\"byHand\">\\${true}</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>");
    change(
        ROUTING,
        "<camunda:outputParameter name=\"byHand\">${true}</camunda:outputParameter>",
        "<camunda:outputParameter name=\"byHand\">${true}</camunda:outputParameter>"
            + "<camunda:outputParameter name=\"copied\">${byHand}</camunda:outputParameter>");
    assertThat(saysOfVariables()).isEmpty();

    changeAll(
        ROUTING,
        "(<bpmn:endEvent id=\"EndEvent_LeadAssigned\")",
        "<bpmn:exclusiveGateway id=\"Gateway_ByHand\" default=\"Flow_NotByHand\" />"
            + "<bpmn:endEvent id=\"EndEvent_ByHand\" name=\"By hand\" />"
            + "<bpmn:sequenceFlow id=\"Flow_NotByHand\" sourceRef=\"Gateway_ByHand\" targetRef=\"EndEvent_LeadAssigned\" />"
            + "<bpmn:sequenceFlow id=\"Flow_ByHand\" sourceRef=\"Gateway_ByHand\" targetRef=\"EndEvent_ByHand\">"
            + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">\\${byHand == true}</bpmn:conditionExpression>"
            + "</bpmn:sequenceFlow>$1");
    for (String line :
        List.of(
            "sourceRef=\"Gateway_OwnerFound\" targetRef=\"EndEvent_LeadAssigned\"",
            "sourceRef=\"ServiceTask_AssignByHand\" targetRef=\"EndEvent_LeadAssignedByHand\"")) {
      change(ROUTING, line, line.replaceAll("EndEvent_\\w+", "Gateway_ByHand"));
    }
    assertThat(saysOfVariables())
        .singleElement()
        .asString()
        .contains("Gateway_ByHand asks for byHand, which nothing writes on the way over ")
        .endsWith("; give a step there an Output byHand, such as ${false}");
  }

  @Test
  void aNameThatNoGatewayCanAskForIsNoHint() throws IOException {
    change("triage-lead.form", "\"key\": \"triageAnswer\"", "\"key\": \"triage.answer\"");

    assertThat(saysOfVariables())
        .isNotEmpty()
        .noneMatch(it -> it.contains("did you mean triage.answer"));
  }

  @Test
  void anOutputHandsOnWhatIsThere() throws IOException {
    change(QUALIFICATION, "name=\"outcome\">qualified<", "name=\"outcome\">${unknownThing}<");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-qualification.bpmn: serviceTask \"Qualify lead\" (ServiceTask_QualifyLead) has the"
                + " Output outcome with unknownThing, which nothing writes");
  }

  @Test
  void aTimerWaitsForNoText() throws IOException {
    for (String time : new String[] {"tomorrow", "2026-12-24T08:00:00Z"}) {
      copyTheHouse();
      changeAll(
          QUALIFICATION,
          "(id=\"ServiceTask_SetDeadlines\"(?s:.*?)</bpmn:documentation>)",
          "$1<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"lapseOn\">"
              + time
              + "</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>");

      assertThat(saysOfVariables())
          .isEqualTo(
              time.equals("tomorrow")
                  ? List.of(
                      "lead-qualification.bpmn: boundaryEvent \"Lead lapses\" (BoundaryEvent_LeadLapses)"
                          + " waits for lapseOn, into which serviceTask \"Set deadlines\""
                          + " (ServiceTask_SetDeadlines) writes tomorrow, which is no point in time;"
                          + " let a block write it")
                  : List.of());
    }
  }
}
