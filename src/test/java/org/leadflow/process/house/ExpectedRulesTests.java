package org.leadflow.process.house;

import static java.util.regex.Pattern.compile;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the product starts, sends and looks for cannot be renamed or removed by a slip. */
class ExpectedRulesTests extends ChangedHouse {

  private static final Path ROOM = Path.of("src/main/java/org/leadflow/process");

  @Test
  void ourOwnFolderHasAllOfIt() {
    assertThat(stops()).isEmpty();
  }

  @Test
  void aProcessThatTheProductStartsIsMissed() throws IOException {
    Files.delete(folder.resolve("opportunity-pursuit.bpmn"));

    assertThat(stops())
        .contains(
            "there is no opportunity-pursuit.bpmn, which the product starts when a lead became an"
                + " opportunity");
  }

  @Test
  void aProcessThatCannotBeStartedIsFound() throws IOException {
    changeAll(
        "opportunity-pursuit.bpmn",
        "(?s)(<bpmn:startEvent .*?)</bpmn:startEvent>",
        "$1<bpmn:messageEventDefinition messageRef=\"Message_Won\" /></bpmn:startEvent>");
    change(
        "opportunity-pursuit.bpmn",
        "</bpmn:process>",
        "</bpmn:process><bpmn:message id=\"Message_Won\" name=\"Won\" />");

    assertThat(stops())
        .contains(
            "opportunity-pursuit.bpmn: has no plain start event, with which it is started or called;"
                + " draw one")
        .anySatisfy(it -> assertThat(it).contains("catches the message Won, which nobody sends"));
  }

  @ParameterizedTest
  @CsvSource({
    "lead-lifecycle.bpmn, LeadReactivated, LeadReactivate, a reactivated lead begins again",
    "lead-lifecycle.bpmn, LeadRetried, LeadRetry, a lead whose start failed is tried again"
  })
  void aMessageThatBeginsAProcessIsMissedUnderAnotherName(
      String file, String message, String slip, String when) throws IOException {
    change(file, "name=\"" + message + "\"", "name=\"" + slip + "\"");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .isEqualTo(
                        "no start event catches the message %s, with which %s; is that the one called %s?"
                            .formatted(message, when, slip)))
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "catches the message "
                            + slip
                            + ", which nobody sends, so it would wait for ever; did you mean "
                            + message
                            + "?"))
        .hasSize(2);
  }

  @Test
  void aDiagramThatCannotBeReadMayCatchTheMessage() throws IOException {
    write(LIFECYCLE, "<bpmn:definitions");

    assertThat(stops()).isNotEmpty().allMatch(it -> it.startsWith("lead-lifecycle.bpmn: "));
  }

  @ParameterizedTest
  @CsvSource({
    "lead-intake.bpmn, DataCameElsewhere, the data of the lead came from somewhere else",
    "lead-offer.bpmn, LeadAssignedElsewhere, somebody else got the lead",
    "lead-routing.bpmn, LeadAssignedElsewhere, somebody else got the lead"
  })
  void aLeadThatWaitsHearsThatItGoesOn(String file, String message, String when)
      throws IOException {
    change(file, "name=\"" + message + "\"", "name=\"Some" + message + "\"");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "catches the message Some" + message + ", which nobody sends",
                        "did you mean " + message + "?"))
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "catches the message "
                            + message
                            + ", by which the lead goes on when "
                            + when));
  }

  @Test
  void aMessageToALeadOnItsWayBeginsNothing() throws IOException {
    change(LIFECYCLE, "name=\"LeadRetried\"", "name=\"DataCameElsewhere\"");

    assertThat(stops())
        .anySatisfy(
            it -> assertThat(it).contains("is sent to a lead on its way and begins nothing"));
  }

  @ParameterizedTest
  @CsvSource({
    "lead-intake.bpmn, BoundaryEvent_TimeIsOver, ${dataDueOn}",
    "lead-intake.bpmn, BoundaryEvent_NobodyDecided, ${duplicateDueOn}",
    "lead-offer.bpmn, BoundaryEvent_OfferLapses, ${offerLapsesOn}"
  })
  void whatNobodyHasToAnswerNeedsATimerThatInterruptsIt(String file, String event, String timer)
      throws IOException {
    change(file, "id=\"" + event + "\"", "cancelActivity=\"false\" id=\"" + event + "\"");

    assertThat(stops())
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains(
                        "may never be answered, and then the lead would wait for ever; put a timer"
                            + " with "
                            + timer))
        .anySatisfy(it -> assertThat(it).contains("let the event interrupt the task"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "lead-qualification.bpmn, UserTask_WorkLead, UserTask_CallLead",
    "lead-qualification.bpmn, BoundaryEvent_ReminderDue, BoundaryEvent_Reminder",
    "lead-intake.bpmn, BoundaryEvent_DataCameElsewhere, BoundaryEvent_DataFound",
    "lead-routing.bpmn, Gateway_WhatComesFirst, Gateway_First",
    "lead-routing.bpmn, IntermediateEvent_TimeToDecideAgain, IntermediateEvent_Later",
    "lead-routing.bpmn, CallActivity_Offer, CallActivity_LeadOffer",
    "opportunity-pursuit.bpmn, UserTask_CloseOpportunity, UserTask_EndOpportunity"
  })
  void whatTheProductLooksForKeepsItsId(String file, String id, String other) throws IOException {
    write(file, text(file).replace("\"" + id + "\"", "\"" + other + "\""));

    assertThat(stops())
        .singleElement()
        .asString()
        .contains(" (" + other + ") must have the id " + id + ", by which the product finds it");
  }

  @Test
  void aTaskThatIsFoundByItsIdMayHaveAnotherLabel() throws IOException {
    change(QUALIFICATION, "name=\"Work lead\"", "name=\"Call the customer\"");

    assertThat(stops()).isEmpty();
    assertThat(untidy()).noneMatch(it -> it.contains("must have the id"));
  }

  /** Whoever sends another message, or looks for another element, adds it to the list. */
  @Test
  void theListIsWhatTheCodeUses() throws IOException {
    assertThat(found("createMessageCorrelation\\(([\\w.]+)\\)"))
        .containsExactlyInAnyOrder(
            "LeadIntake.DATA_CAME_ELSEWHERE",
            "LeadLifecycle.LEAD_RETRIED",
            "LeadLifecycle.LEAD_REACTIVATED",
            // of WaitingLeads, which sends ASSIGNED and DISQUALIFIED
            "message");
    // The definition of lead-lifecycle is in hand.
    assertThat(found("startProcessInstanceBy\\w+\\(\\s*([\\w.]+)"))
        .containsExactlyInAnyOrder("OpportunityPursuit.KEY", "lifecycle.get");
    assertThat(found("\"((?:UserTask|CallActivity|Gateway|\\w+Event)_\\w+)\""))
        .isEqualTo(
            Stream.of(
                    Expected.TASKS.values().stream(),
                    Expected.CALLS.values().stream(),
                    Expected.TIMERS.values().stream(),
                    Expected.EVENTS.values().stream(),
                    Stream.of(Expected.WAITING, Expected.TIME_TO_DECIDE_AGAIN))
                .flatMap(ids -> ids)
                .collect(java.util.stream.Collectors.toSet()));
  }

  private static Set<String> found(String expression) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOM)) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.startsWith(ROOM.resolve("house")))
              .filter(file -> !file.startsWith(ROOM.resolve("migration")))
              .toList();
      for (Path source : sources) {
        compile(expression)
            .matcher(Files.readString(source))
            .results()
            .map((MatchResult match) -> match.group(1))
            .forEach(found::add);
      }
    }
    return found;
  }
}
