package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine has against a diagram, and where, as a designer would say it. */
class InWordsTests extends ChangedHouse {

  @Test
  void aProcessThatWouldLiveForEverIsNamed() throws IOException {
    change(ROUTING, " camunda:historyTimeToLive=\"P730D\"", "");
    assertThat(stops())
        .containsExactly(
            "lead-routing.bpmn: line 3: the process: has no time to live; set History cleanup, Time to"
                + " live, such as P730D");

    change(
        ROUTING, "isExecutable=\"true\"", "isExecutable=\"true\" camunda:historyTimeToLive=\"\"");
    assertThat(stops()).singleElement().asString().contains("the process: has no time to live");

    change(ROUTING, "TimeToLive=\"\"", "TimeToLive=\"two years\"");
    assertThat(stops())
        .singleElement()
        .asString()
        .contains("the process: has a time to live that is none; write a number of days");
  }

  @Test
  void anEventThatNamesNoMessageIsNamed() throws IOException {
    change(OFFER, " messageRef=\"Message_LeadDisqualifiedElsewhere\"", "");

    assertThat(stops())
        .singleElement()
        .asString()
        .startsWith("lead-offer.bpmn: line ")
        .contains(
            "boundaryEvent \"Lead disqualified elsewhere\" (BoundaryEvent_LeadDisqualifiedElsewhere):"
                + " names no message; choose one under Message");
  }

  @Test
  void aSecondPlainStartAndACallOfNothingAreNamed() throws IOException {
    change(
        ROUTING,
        "<bpmn:startEvent id=\"StartEvent_RoutingNeeded\"",
        "<bpmn:startEvent id=\"StartEvent_Second\" name=\"Second\" /><bpmn:sequenceFlow id=\"Flow_ToSecond\""
            + " sourceRef=\"StartEvent_Second\" targetRef=\"Gateway_HandedBack\" />"
            + "<bpmn:startEvent id=\"StartEvent_RoutingNeeded\"");
    change(ROUTING, "calledElement=\"lead-offer\"", "");

    assertThat(stops())
        .anySatisfy(it -> assertThat(it).contains("there is more than one plain start event"))
        .anySatisfy(
            it -> assertThat(it).contains("\"Lead offer\" (CallActivity_Offer): calls no process"))
        .hasSize(2);
  }

  @Test
  void anEventThatWaitsForNothingIsNamed() throws IOException {
    changeAll(OFFER, "(?s)<bpmn:timerEventDefinition.*?</bpmn:timerEventDefinition>", "");

    assertThat(stops())
        .anySatisfy(
            it -> assertThat(it).contains("\"Offer lapses\"", "waits for nothing; make it"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=\"hours\">8<|name=\"hours\">=8<|\"Ask for data\" (ServiceTask_AskForData): the input hours is =8",
        "name=\"leadClosed\">${true}<|name=\"leadClosed\">=true<|the output leadClosed is =true"
      })
  void whatIsWrittenForCamunda8IsSaidSo(String good, String bad, String said) throws IOException {
    change(INTAKE, good, bad);

    assertThat(stops())
        .anySatisfy(it -> assertThat(it).contains(said, "which only Camunda 8 understands"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scoreLead", "=scoreLead"})
  void aBlockIsCalledAsTheEngineUnderstandsIt(String written) throws IOException {
    change(INTAKE, "\"${scoreLead}\"", "\"" + written + "\"");

    assertThat(stops())
        .singleElement()
        .asString()
        .startsWith("lead-intake.bpmn: serviceTask \"Score lead\" (ServiceTask_ScoreLead): ")
        .endsWith("calls " + written + ", but a building block is called as ${scoreLead}");
  }

  @Test
  void aListenerInHidingIsNamedWithItsElement() throws IOException {
    changeAll(
        INTAKE,
        "(ServiceTask_AskForData(?s:.*?)<bpmn:extensionElements>)",
        "$1<camunda:executionListener delegateExpression=\"\\${scoreLead}\" event=\"start\" />");

    assertThat(stops())
        .containsExactly(
            "lead-intake.bpmn: serviceTask \"Ask for data\" (ServiceTask_AskForData) calls ${scoreLead}"
                + " from an execution listener, where nobody sees it; draw a step for it");
  }

  @Test
  void codeIsNamedWithItsElement() throws IOException {
    change(INTAKE, "camunda:delegateExpression=\"${scoreLead}\"", "camunda:class=\"a.B\"");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .isEqualTo(
                        "lead-intake.bpmn: serviceTask \"Score lead\" (ServiceTask_ScoreLead) uses"
                            + " camunda:class=…; call a building block instead"));
  }
}
