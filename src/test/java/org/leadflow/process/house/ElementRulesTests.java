package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Modeler offers and no lead can go through is refused with what to draw instead. */
class ElementRulesTests extends ChangedHouse {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task|nothing happens at a plain task; choose a template for it",
        "manualTask|nobody sees a manual task",
        "sendTask|nothing is sent from here",
        "receiveTask|wait with an intermediate event",
        "businessRuleTask|rules are asked by building blocks",
        "parallelGateway|a lead is at one place at a time",
        "inclusiveGateway|a lead is at one place at a time",
        "complexGateway|a lead is at one place at a time",
        "subProcess|draw the steps here, or in a diagram of their own",
        "transaction|draw the steps here, or in a diagram of their own"
      })
  void anElementThatLeadsDoNotGoThroughIsNamedWithWhatToDraw(String type, String instead)
      throws IOException {
    between(
        ROUTING,
        "Flow_ToTargetFound",
        "Other_One",
        "<bpmn:%1$s id=\"Other_One\" name=\"Other one\"></bpmn:%1$s>".formatted(type));

    assertThat(stops())
        .singleElement()
        .asString()
        .startsWith("lead-routing.bpmn: " + type + " \"Other one\" (Other_One): ")
        .contains(instead);
    assertThat(untidy()).noneMatch(it -> it.contains("prefix"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<bpmn:terminateEventDefinition />|draw a plain end event",
        "<bpmn:errorEventDefinition />|ask for a flag at a gateway",
        "<bpmn:signalEventDefinition />|nothing in the product sends or hears a signal event",
        "<bpmn:escalationEventDefinition />|sends or hears a escalation event",
        "<bpmn:messageEventDefinition />|nothing is sent from here"
      })
  void anEndThatTellsSomebodySomethingIsRefused(String definition, String instead)
      throws IOException {
    changeAll(
        ROUTING,
        "(?s)(<bpmn:endEvent id=\"EndEvent_LeadAssigned\".*?)</bpmn:endEvent>",
        "$1" + definition + "</bpmn:endEvent>");

    assertThat(stops())
        .singleElement()
        .asString()
        .contains("endEvent \"Lead assigned\" (EndEvent_LeadAssigned): ", instead);
  }

  @Test
  void aProcessBeginsWithALeadAndNotWithATime() throws IOException {
    changeAll(
        ROUTING,
        "(?s)(<bpmn:startEvent id=\"StartEvent_RoutingNeeded\".*?)</bpmn:startEvent>",
        "$1<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>"
            + "</bpmn:startEvent>");

    assertThat(stops())
        .anySatisfy(it -> assertThat(it).contains("begins with a lead and not with a time"));
  }

  @Test
  void aTaskThatIsRepeatedForSeveralIsRefused() throws IOException {
    changeAll(
        ROUTING,
        "(<bpmn:userTask id=\"UserTask_TriageLead\"(?s:.*?))</bpmn:userTask>",
        "$1<bpmn:standardLoopCharacteristics /></bpmn:userTask>");

    assertThat(stops())
        .singleElement()
        .asString()
        .contains("userTask \"Triage lead\" (UserTask_TriageLead): is marked to be repeated");
  }

  @Test
  void aMilestoneIsTaken() throws IOException {
    between(
        ROUTING,
        "Flow_ToTargetFound",
        "IntermediateEvent_Decided",
        "<bpmn:intermediateThrowEvent id=\"IntermediateEvent_Decided\" name=\"Decided\" />");

    assertThat(stops()).isEmpty();
  }

  @Test
  void anEventAtAStepNeverComes() throws IOException {
    change(
        ROUTING,
        "</bpmn:process>",
        """
        <bpmn:boundaryEvent id="BoundaryEvent_TooLate" name="Too late" attachedToRef="ServiceTask_AssignLead">
          <bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
        </bpmn:boundaryEvent>
        <bpmn:sequenceFlow id="Flow_ToTriageTooLate" sourceRef="BoundaryEvent_TooLate"
          targetRef="Gateway_BeforeTriage" />
        </bpmn:process>\
        """);

    assertThat(stops())
        .singleElement()
        .asString()
        .contains(
            "boundaryEvent \"Too late\" (BoundaryEvent_TooLate): nothing comes to a step while it is"
                + " done, since it takes no time");
  }
}
