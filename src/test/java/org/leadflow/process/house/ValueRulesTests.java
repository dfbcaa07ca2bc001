package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What gateways ask, and what blocks, forms and called processes answer. */
class ValueRulesTests extends ChangedHouse {

  @Test
  void anAnswerThatNoFormOffersIsFoundWithThoseItOffers() throws IOException {
    change(OFFER, "${offerAnswer == 'decline'}", "${offerAnswer == 'declined'}");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-offer.bpmn: sequenceFlow \"decline\" (Flow_PartnerDeclines), out of exclusiveGateway"
                + " \"Do they take it?\" (Gateway_OfferAnswer), asks whether offerAnswer is 'declined',"
                + " which the form answer-offer does not offer; it offers accept, decline; did you mean"
                + " decline?",
            "lead-offer.bpmn: exclusiveGateway \"Do they take it?\" (Gateway_OfferAnswer) has no line for"
                + " offerAnswer 'decline', which the form answer-offer may answer; draw one with"
                + " ${offerAnswer == 'decline'}");
  }

  @Test
  void anAnswerThatWasTakenOutOfAFormIsFoundInTheDiagram() throws IOException {
    change("work-lead.form", "\"value\": \"waiting\"", "\"value\": \"later\"");

    assertThat(saysOfVariables())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains("asks whether answer is 'waiting'", "it offers contacted, later,"))
        .anySatisfy(
            it -> assertThat(it).contains("offers later for answer, but its block checkAnswer"))
        .hasSize(2);
  }

  @Test
  void aValueThatABlockNeverWritesIsFound() throws IOException {
    change(INTAKE, "${duplicate == 'unsure'}", "${duplicate == 'perhaps'}");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-intake.bpmn: sequenceFlow \"unsure\" (Flow_LeadIsPerhapsKnown), out of exclusiveGateway"
                + " \"Seen before?\" (Gateway_SeenBefore), asks whether duplicate is 'perhaps', which"
                + " serviceTask \"Find duplicates\" (ServiceTask_FindDuplicates) does not write; it"
                + " writes no, merged, unsure",
            "lead-intake.bpmn: exclusiveGateway \"Seen before?\" (Gateway_SeenBefore) has no line for"
                + " duplicate 'unsure', which serviceTask \"Find duplicates\""
                + " (ServiceTask_FindDuplicates) may write; draw one with ${duplicate == 'unsure'}");
  }

  @Test
  void theLastBlockThatWritesIsTheOneThatCounts() throws IOException {
    without(INTAKE, "ServiceTask_SettleDuplicate");
    assertThat(saysOfVariables())
        .anySatisfy(it -> assertThat(it).contains("\"Merged?\"").contains("duplicate 'unsure'"));
  }

  @Test
  void aFlagIsNoTextAndATextNoFlag() throws IOException {
    change(ROUTING, "${targetFound}", "${targetFound == 'yes'}");
    change(ROUTING, "${ownerFound == 'yes'}", "${ownerFound == true}");
    change(ROUTING, "${triageAnswer == 'assign'}", "${triageAnswer}");

    assertThat(saysOfVariables())
        .anySatisfy(
            it ->
                assertThat(it)
                    .endsWith(
                        "asks whether targetFound is 'yes', but it is yes or no; write"
                            + " ${targetFound == true}"))
        .anySatisfy(
            it ->
                assertThat(it)
                    .endsWith(
                        "asks whether ownerFound is true, but it is one of yes, offered, later, no;"
                            + " write ${ownerFound == '…'} with one of them"))
        .anySatisfy(it -> assertThat(it).contains("asks whether triageAnswer is true, but"));
  }

  @Test
  void aFlagThatMayBeMissingIsComparedWithTrue() throws IOException {
    change(ROUTING, "${decideAgain == true}", "${decideAgain}");

    assertThat(saysOfVariables())
        .singleElement()
        .asString()
        .endsWith("asks for decideAgain, which may be missing; write ${decideAgain == true}");
  }

  @Test
  void aResultThatNoLineOfTheCallerTakesIsFound() throws IOException {
    change(QUALIFICATION, "name=\"outcome\">qualified<", "name=\"outcome\">qualifed<");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-lifecycle.bpmn: exclusiveGateway \"What came of it?\" (Gateway_Outcome) has no line for"
                + " outcome 'qualifed', which serviceTask \"Qualify lead\" (ServiceTask_QualifyLead) of"
                + " lead-qualification writes; did you mean qualified there?");
  }

  @Test
  void anOutputThatHidesWhatABlockWritesIsSaidOnce() throws IOException {
    changeAll(
        ROUTING,
        "(id=\"ServiceTask_AssignLead\"(?s:.*?)</bpmn:documentation>)",
        "$1<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter"
            + " name=\"ownerFound\">maybe</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>");

    assertThat(saysOfVariables())
        .singleElement()
        .asString()
        .contains(
            "has no line for ownerFound 'maybe', which serviceTask \"Assign lead\""
                + " (ServiceTask_AssignLead) writes; its lines ask for ");
  }

  @Test
  void theOppositeOfAFlagIsTheDefault() throws IOException {
    change(ROUTING, "${targetFound}", "${targetFound == 'false'}");

    assertThat(saysOfVariables())
        .singleElement()
        .asString()
        .endsWith(
            "asks whether targetFound is 'false', but it is yes or no; make this line the default flow,"
                + " and write ${targetFound == true} on the other");
  }

  @Test
  void nothingIsGuessedFromAWordThatIsTooShort() throws IOException {
    change(OFFER, "${offerAnswer == 'accept'}", "${offerAnswer == 'ja'}");
    change(INTAKE, "${duplicate == 'unsure'}", "${duplicate == 'ja'}");

    assertThat(saysOfVariables()).isNotEmpty().noneMatch(it -> it.contains("did you mean"));
  }

  @Test
  void anEndThatLeavesNoResultBehindIsFoundAtTheCaller() throws IOException {
    change(
        QUALIFICATION,
        "id=\"BoundaryEvent_ReminderDue\" name=\"Reminder due\" cancelActivity=\"false\"",
        "id=\"BoundaryEvent_ReminderDue\" name=\"Reminder due\"");

    assertThat(saysOfVariables())
        .containsExactly(
            "lead-lifecycle.bpmn: exclusiveGateway \"What came of it?\" (Gateway_Outcome) has no line for"
                + " what ends at endEvent \"Owner reminded\" (EndEvent_OwnerReminded) of"
                + " lead-qualification, which leaves no outcome behind; give the step before it an"
                + " Output outcome");
  }

  @Test
  void aLineThatWasTakenAwayAtTheCallerIsMissed() throws IOException {
    change(LIFECYCLE, "${outcome == 'handedBack'}", "${outcome == 'disqualified'}");

    assertThat(saysOfVariables())
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).contains("no line for outcome 'handedBack'"));
  }

  @Test
  void aCircleInWhichNothingWritesItsFlagAnewIsFound() throws IOException {
    change(
        INTAKE,
        "sourceRef=\"ServiceTask_RecordData\" targetRef=\"Gateway_BeforeFindDuplicates\"",
        "sourceRef=\"ServiceTask_RecordData\" targetRef=\"Gateway_DataComplete\"");
    assertThat(saysOfVariables())
        .containsExactly(
            "lead-intake.bpmn: exclusiveGateway \"Enough to work it?\" (Gateway_DataComplete) is in a"
                + " circle that no line ever leaves: nothing in it writes incomplete anew; put a block or"
                + " form that does into it");

    change(
        INTAKE,
        "sourceRef=\"ServiceTask_RecordData\" targetRef=\"Gateway_DataComplete\"",
        "sourceRef=\"ServiceTask_RecordData\" targetRef=\"ServiceTask_ScreenLead\"");
    assertThat(saysOfVariables()).isEmpty();
  }
}
