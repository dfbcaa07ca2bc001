package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What an event leads to that leaves its task open leaves the lead where it is, too. */
class BesideRulesTests extends ChangedHouse {

  @Test
  void aLeadThatLapsesWhileItsTaskStaysOpenIsRefused() throws IOException {
    change(
        QUALIFICATION,
        "id=\"BoundaryEvent_LeadLapses\"",
        "cancelActivity=\"false\" id=\"BoundaryEvent_LeadLapses\"");

    assertThat(stops())
        .singleElement()
        .asString()
        .contains(
            "boundaryEvent \"Lead lapses\" (BoundaryEvent_LeadLapses) leaves userTask \"Work lead\""
                + " (UserTask_WorkLead) open, but leads to serviceTask \"Take back lead\"",
            "the lead would be at two places",
            "or let the event interrupt the task");
  }

  @Test
  void aReminderThatLeadsIntoTheMainLineIsRefused() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"ServiceTask_RemindOwner\" targetRef=\"EndEvent_OwnerReminded\"",
        "sourceRef=\"ServiceTask_RemindOwner\" targetRef=\"Gateway_BeforeWork\"");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it).contains("\"Reminder due\"", "but leads to userTask \"Work lead\""));
  }

  @Test
  void aWebhookBesideATaskIsWelcome() throws IOException {
    between(
        QUALIFICATION,
        "Flow_ToOwnerReminded",
        "ServiceTask_CallWebhook",
        """
        <bpmn:serviceTask id="ServiceTask_CallWebhook" name="Call webhook"
          camunda:delegateExpression="${callWebhook}">
          <bpmn:extensionElements><camunda:inputOutput>
            <camunda:inputParameter name="target">crm</camunda:inputParameter>
            <camunda:inputParameter name="event">reminded</camunda:inputParameter>
          </camunda:inputOutput></bpmn:extensionElements>
        </bpmn:serviceTask>
        """);

    assertThat(stops()).isEmpty();
  }
}
