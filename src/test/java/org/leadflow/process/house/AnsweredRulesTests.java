package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody answered is carried out by a step. */
class AnsweredRulesTests extends ChangedHouse {

  @ParameterizedTest
  @CsvSource({
    "lead-routing.bpmn, ServiceTask_AssignByHand, Triage lead, assign, Assign by hand",
    "lead-qualification.bpmn, ServiceTask_RecordApproval, Approve conversion, approve, Record approval",
    "lead-offer.bpmn, ServiceTask_AcceptOffer, Answer offer, accept, Accept offer",
    "opportunity-pursuit.bpmn, ServiceTask_WinOpportunity, Close opportunity, won, Win opportunity"
  })
  void anAnswerThatNoStepCarriesOutIsNamed(
      String file, String id, String task, String answer, String step) throws IOException {
    without(file, id);

    assertThat(stops())
        .filteredOn(it -> !it.contains("the drawing shows"))
        .singleElement()
        .asString()
        .startsWith(file + ": userTask \"" + task + "\" (UserTask_")
        .endsWith(
            ") may be answered with %s, but no step behind it carries that out; put the step %s on the line for it"
                .formatted(answer, step));
  }

  @ParameterizedTest
  @CsvSource({"sendBackLead, sendBack", "recordContact, contacted"})
  void anotherStepInItsPlaceDoesNotCarryItOut(String block, String answer) throws IOException {
    change(QUALIFICATION, "${" + block + "}", "${setDeadlines}");

    assertThat(stops())
        .anySatisfy(
            it -> assertThat(it).contains("may be answered with " + answer + ", but no step"));
  }

  @Test
  void answersWhoseLinesWereExchangedAreNamed() throws IOException {
    change(QUALIFICATION, "${answer == 'handBack'}", "${answer == 'other'}");
    change(QUALIFICATION, "${answer == 'disqualified'}", "${answer == 'handBack'}");
    change(QUALIFICATION, "${answer == 'other'}", "${answer == 'disqualified'}");

    assertThat(stops())
        .anySatisfy(it -> assertThat(it).contains("answered with disqualified, but no step"))
        .anySatisfy(it -> assertThat(it).contains("answered with handBack, but no step"))
        .hasSize(2);
  }

  @Test
  void anotherTaskMayStandBetweenTheAnswerAndTheStep() throws IOException {
    between(
        ROUTING,
        "Flow_TriageSaysAssign",
        "UserTask_ReviewLead",
        """
        <bpmn:userTask id="UserTask_ReviewLead" name="Review lead" camunda:formRef="develop-opportunity"
          camunda:formRefBinding="latest" camunda:candidateGroups="triage"
          camunda:modelerTemplate="org.leadflow.askTeam" camunda:modelerTemplateVersion="1">
          <bpmn:extensionElements><camunda:properties>
            <camunda:property name="onCreate" value="presentLead" />
          </camunda:properties></bpmn:extensionElements>
        </bpmn:userTask>
        """);

    assertThat(stops()).isEmpty();
  }
}
