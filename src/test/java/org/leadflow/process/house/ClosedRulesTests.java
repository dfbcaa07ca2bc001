package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lead that is said to be closed is closed, and one that is closed is said to be. */
class ClosedRulesTests extends ChangedHouse {

  private static final String CLOSED =
      "<camunda:outputParameter name=\"leadClosed\">${true}</camunda:outputParameter>";

  @ParameterizedTest
  @ValueSource(strings = {"${false}", "no"})
  void aProcessThatClosesALeadMustTellWhoCalledIt(String value) throws IOException {
    change(ROUTING, CLOSED, CLOSED.replace("${true}", value));

    assertThat(stops())
        .contains(
            "lead-routing.bpmn: serviceTask \"Disqualify lead\" (ServiceTask_DisqualifyLead) closes the"
                + " lead, but who called the process does not hear of it and goes on with the lead;"
                + " give it an Output leadClosed with ${true}");
  }

  @Test
  void anOutputThatWasRemovedIsMissedWhereTheLeadIsClosed() throws IOException {
    change(ROUTING, CLOSED, "");

    assertThat(stops()).singleElement().asString().contains("\"Disqualify lead\"", "Output leadCl");
  }

  @Test
  void aStepBehindItMayTellToo() throws IOException {
    change(ROUTING, CLOSED, "");
    between(
        ROUTING,
        "Flow_ToLeadDisqualified",
        "ServiceTask_CallWebhook",
        """
        <bpmn:serviceTask id="ServiceTask_CallWebhook" name="Call webhook"
          camunda:delegateExpression="${callWebhook}">
          <bpmn:extensionElements><camunda:inputOutput>
            <camunda:inputParameter name="target">crm</camunda:inputParameter>
            <camunda:inputParameter name="event">closed</camunda:inputParameter>
            %s
          </camunda:inputOutput></bpmn:extensionElements>
        </bpmn:serviceTask>
        """
            .formatted(CLOSED));

    assertThat(stops()).isEmpty();
  }

  @Test
  void aLeadThatAPartnerDoesNotWantIsRoutedAgain() throws IOException {
    changeAll(
        OFFER,
        "(?s)(id=\"ServiceTask_DeclineOffer\".*?)<camunda:outputParameter name=\"decideAgain\">.*?</camunda:outputParameter>",
        "$1");

    assertThat(stops())
        .singleElement()
        .asString()
        .contains(
            "\"Decline offer\"",
            "nobody else would get the lead",
            "Output decideAgain with ${true}");
  }

  @Test
  void whatIsOnlySaidIsRefused() throws IOException {
    change(QUALIFICATION, "${disqualifyLead}", "${recordContact}");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "(ServiceTask_DisqualifyLead) says that outcome is disqualified, but a lead may"
                            + " get there without the step Disqualify lead or Disqualify unsolicited,"
                            + " and then it stays open with nobody to work it"));
  }

  @Test
  void aClosedLeadComesToNobodyWhoWorksIt() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"ServiceTask_DisqualifyLead\" targetRef=\"EndEvent_LeadDisqualified\"",
        "sourceRef=\"ServiceTask_DisqualifyLead\" targetRef=\"Gateway_BeforeWork\"");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "\"Disqualify lead\" (ServiceTask_DisqualifyLead) closes the lead, which then"
                            + " comes to userTask \"Work lead\" (UserTask_WorkLead), where nothing can"
                            + " be done with a closed lead; lead it to an end event"));
  }

  @Test
  void aCallThatDoesNotHandBackThatTheLeadIsClosedIsNamed() throws IOException {
    changeAll(
        LIFECYCLE,
        "(?s)(id=\"CallActivity_Routing\".*?)<camunda:out source=\"leadClosed\" target=\"leadClosed\" />",
        "$1");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "callActivity \"Lead routing\" (CallActivity_Routing) may close the lead, which"
                            + " then comes to callActivity \"Lead qualification\"",
                        "(Out mappings)"));
  }
}
