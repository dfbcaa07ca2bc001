package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A task for people keeps what its template brings, and is given nothing that it decides. */
class TaskTemplatesTests extends ChangedHouse {

  private static final String APPROVE =
      "lead-qualification.bpmn: userTask \"Approve conversion\" (UserTask_ApproveConversion): ";

  @Test
  void aLostCheckIsNamed() throws IOException {
    change(QUALIFICATION, "<camunda:property name=\"onComplete\" value=\"checkApproval\" />", "");

    assertThat(stops())
        .containsExactly(
            APPROVE
                + "has lost checkApproval: its building block \"Approve conversion\" comes with"
                + " onComplete checkApproval; choose it once more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=\"onComplete\" value=\"\"",
        "name=\"onComplete\"",
        "name=\"\" value=\"checkApproval\"",
        "value=\"checkApproval\""
      })
  void aPropertyThatWasEmptiedEndsNoCheck(String property) throws IOException {
    change(QUALIFICATION, "name=\"onComplete\" value=\"checkApproval\"", property);

    assertThat(stops()).singleElement().asString().startsWith(APPROVE + "has lost checkApproval");
  }

  @Test
  void anotherListenerAndAnotherOrderAreNamed() throws IOException {
    change(QUALIFICATION, "\"presentLead, offerToApprovers\"", "\"offerToApprovers, presentLead\"");
    assertThat(stops()).singleElement().asString().contains("calls its listeners in another order");

    change(
        QUALIFICATION,
        "\"offerToApprovers, presentLead\"",
        "\"presentLead, offerToApprovers, offerToOwner\"");
    assertThat(stops()).singleElement().asString().contains("also calls offerToOwner: ");
  }

  @ParameterizedTest
  @CsvSource({
    "assignee, lena, the assignee lena",
    "candidateUsers, lena, the candidate users lena",
    "candidateGroups, triage, the candidate groups triage"
  })
  void whoGetsATaskIsNotWrittenByHand(String attribute, String value, String named)
      throws IOException {
    approve(attribute, value);

    assertThat(stops())
        .containsExactly(
            APPROVE
                + "has "
                + named
                + ", but who gets it is decided by its building block \"Approve conversion\"; delete it");
  }

  @ParameterizedTest
  @CsvSource({
    "dueDate, tomorrow, the due date tomorrow",
    "dueDate, ${approvalDueOn}, the due date ${approvalDueOn}",
    "followUpDate, P1D, the follow up date P1D",
    "priority, high, the priority high"
  })
  void whenATaskIsDueAndHowUrgentItIsIsNotWrittenByHand(
      String attribute, String value, String named) throws IOException {
    approve(attribute, value);

    assertThat(stops())
        .containsExactly(
            APPROVE + "has " + named + ", but its building block sets that; delete it");
  }

  @Test
  void aFixedFormAndAFixedTeamAreThoseOfTheTemplate() throws IOException {
    change(
        QUALIFICATION, "camunda:formRef=\"approve-conversion\"", "camunda:formRef=\"work-lead\"");
    change(ROUTING, "camunda:candidateGroups=\"triage\"", "camunda:candidateGroups=\"sales\"");

    assertThat(stops())
        .contains(
            "lead-routing.bpmn: userTask \"Triage lead\" (UserTask_TriageLead): \"candidateGroups\" must"
                + " be triage, as its building block \"Triage lead\" has it, but is sales")
        .anySatisfy(
            it ->
                assertThat(it)
                    .startsWith(APPROVE + "\"formRef\" must be approve-conversion, as its"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|\"Team\" must be filled in",
        "triage, sales|\"Team\" Must be the id of one team. It is triage, sales",
        "${team}|\"Team\" Must be the id of one team. It is ${team}"
      })
  void aTeamIsNamed(String team, String wrong) throws IOException {
    between(
        QUALIFICATION,
        "Flow_ToAnswer",
        "UserTask_LookAtIt",
        lookAtIt("org.leadflow.askTeam", team));

    assertThat(stops())
        .containsExactly(
            "lead-qualification.bpmn: userTask \"Look at it\" (UserTask_LookAtIt): " + wrong);
  }

  @Test
  void aTaskWithoutATemplateIsRefusedUnlessItIsLikeOne() throws IOException {
    between(QUALIFICATION, "Flow_ToAnswer", "UserTask_LookAtIt", lookAtIt("", "triage"));
    assertThat(stops()).isEmpty();
    assertThat(untidy())
        .anySatisfy(it -> assertThat(it).contains("(UserTask_LookAtIt) has no known template"));

    change(QUALIFICATION, "<camunda:property name=\"onCreate\" value=\"presentLead\" />", "");
    assertThat(stops())
        .containsExactly(
            "lead-qualification.bpmn: userTask \"Look at it\" (UserTask_LookAtIt): is no building block,"
                + " so that nobody would be given it, or could see which lead it is about; choose one"
                + " with Select template, such as Ask owner or Ask team");
  }

  private static String lookAtIt(String template, String team) {
    return """
        <bpmn:userTask id="UserTask_LookAtIt" name="Look at it" camunda:formRef="develop-opportunity"
          camunda:formRefBinding="latest" camunda:candidateGroups="%s" camunda:modelerTemplate="%s">
          <bpmn:extensionElements><camunda:properties>
            <camunda:property name="onCreate" value="presentLead" />
          </camunda:properties></bpmn:extensionElements>
        </bpmn:userTask>
        """
        .formatted(team, template);
  }

  private void approve(String attribute, String value) throws IOException {
    change(
        QUALIFICATION,
        "camunda:formRef=\"approve-conversion\"",
        "camunda:formRef=\"approve-conversion\" camunda:%s=\"%s\"".formatted(attribute, value));
  }
}
