package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A plan is lost where a lead stays, and with it what is to be approved. */
class PlanRulesTests extends ChangedHouse {

  private static final String ASK_OWNER =
      """
      <bpmn:userTask id="UserTask_AskAgain" name="Ask again" camunda:formRef="develop-opportunity"
        camunda:formRefBinding="latest" camunda:modelerTemplate="org.leadflow.askOwner"
        camunda:modelerTemplateVersion="1">
        <bpmn:extensionElements><camunda:properties>
          <camunda:property name="onCreate" value="presentLead, offerToOwner" />
        </camunda:properties></bpmn:extensionElements>
      </bpmn:userTask>
      """;

  @Test
  void aPersonBetweenThePlanAndTheQualificationIsRefused() throws IOException {
    between(QUALIFICATION, "Flow_ToCreateAccount", "UserTask_AskAgain", ASK_OWNER);

    assertThat(stops())
        .containsExactly(
            "lead-qualification.bpmn: userTask \"Ask again\" (UserTask_AskAgain): a lead may stay here"
                + " between Plan conversion and serviceTask \"Qualify lead\" (ServiceTask_QualifyLead),"
                + " and what was planned is lost; put it before Plan conversion");
  }

  @Test
  void aPersonBeforeThePlanIsWelcome() throws IOException {
    between(QUALIFICATION, "Flow_ToPlanConversion", "UserTask_AskAgain", ASK_OWNER);

    assertThat(stops()).isEmpty();
  }

  @Test
  void aTimerOrACalledProcessThatWaitsIsRefusedThere() throws IOException {
    between(
        QUALIFICATION,
        "Flow_ToCreateContact",
        "IntermediateEvent_Pause",
        "<bpmn:intermediateCatchEvent id=\"IntermediateEvent_Pause\" name=\"Pause\"><bpmn:timerEventDefinition>"
            + "<bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");
    assertThat(stops()).singleElement().asString().contains("\"Pause\"", "put it before Plan");

    copyTheHouse();
    between(
        QUALIFICATION,
        "Flow_ToCreateContact",
        "CallActivity_LeadOffer",
        "<bpmn:callActivity id=\"CallActivity_LeadOffer\" name=\"Lead offer\" calledElement=\"lead-offer\">"
            + "<bpmn:extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\" />"
            + "</bpmn:extensionElements></bpmn:callActivity>");
    assertThat(stops())
        .anySatisfy(
            it -> assertThat(it).contains("(CallActivity_LeadOffer): a lead may stay here"));
  }

  @Test
  void aSavePointIsRefusedThere() throws IOException {
    change(
        QUALIFICATION,
        "<bpmn:serviceTask id=\"ServiceTask_CreateContact\"",
        "<bpmn:serviceTask camunda:asyncAfter=\"true\" id=\"ServiceTask_CreateContact\"");

    assertThat(stops())
        .singleElement()
        .asString()
        .contains("\"Create contact\"", "take its save point (Asynchronous continuations) away");
  }

  @Test
  void aConversionWithoutItsPlanIsRefused() throws IOException {
    change(
        QUALIFICATION,
        "sourceRef=\"Gateway_BeforeConversion\" targetRef=\"ServiceTask_PlanConversion\"",
        "sourceRef=\"Gateway_BeforeConversion\" targetRef=\"ServiceTask_CreateAccount\"");

    assertThat(stops())
        .anySatisfy(it -> assertThat(it).contains("UserTask_WorkLead", "before Plan"));
  }

  @Test
  void aPersonBetweenTheAnswerAndTheQuestionForApprovalIsWelcome() throws IOException {
    between(QUALIFICATION, "Flow_OwnerSaysQualified", "UserTask_AskAgain", ASK_OWNER);

    assertThat(stops()).isEmpty();
  }

  @Test
  void aSecondApprovalIsRefusedForNobodyCouldAnswerIt() throws IOException {
    between(
        QUALIFICATION,
        "Flow_ToConversionWhenApproved",
        "UserTask_ApproveAgain",
        """
        <bpmn:userTask id="UserTask_ApproveAgain" name="Approve again" camunda:formRef="approve-conversion"
          camunda:formRefBinding="latest" camunda:modelerTemplate="org.leadflow.approveConversion"
          camunda:modelerTemplateVersion="1">
          <bpmn:extensionElements><camunda:properties>
            <camunda:property name="onCreate" value="presentLead, offerToApprovers" />
            <camunda:property name="onComplete" value="checkApproval" />
          </camunda:properties></bpmn:extensionElements>
        </bpmn:userTask>
        """);

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "(UserTask_ApproveAgain) comes behind serviceTask \"Record approval\"",
                        "where nothing is to be approved, so that nobody could answer it"))
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "(UserTask_ApproveAgain) must have the id UserTask_ApproveConversion",
                        "this is a second one"))
        .hasSize(2);
  }

  @Test
  void aPlanThatEndsWithoutAQualifiedLeadIsRefused() throws IOException {
    without(QUALIFICATION, "ServiceTask_QualifyLead");
    changeAll(
        QUALIFICATION,
        "(?s)(id=\"ServiceTask_CreateOpportunity\"[^>]*>.*?</bpmn:documentation>)",
        "$1<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"outcome\">"
            + "qualified</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "endEvent \"Lead qualified\" (EndEvent_LeadQualified) can be reached from",
                        "without the step Qualify lead, and then the lead stays open"));
  }

  @Test
  void whatIsCreatedBehindTheQualificationComesTooLate() throws IOException {
    changeAll(
        QUALIFICATION,
        "(sourceRef=\"ServiceTask_PlanConversion\") targetRef=\"\\w+\"",
        "$1 targetRef=\"ServiceTask_QualifyLead\"");
    changeAll(
        QUALIFICATION,
        "(sourceRef=\"ServiceTask_QualifyLead\") targetRef=\"\\w+\"",
        "$1 targetRef=\"ServiceTask_CreateAccount\"");
    changeAll(
        QUALIFICATION,
        "(sourceRef=\"ServiceTask_CreateOpportunity\") targetRef=\"\\w+\"",
        "$1 targetRef=\"EndEvent_LeadQualified\"");

    assertThat(stops())
        .singleElement()
        .asString()
        .contains(
            "\"Create account\" (ServiceTask_CreateAccount) comes behind serviceTask \"Qualify lead\"",
            "put it between Plan conversion and");
  }
}
