package org.leadflow.process.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadflow.organization.Calendars;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** The steps that no process of ours takes, in a process that does. */
class StepsToAddTests extends WholeWay {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired Calendars calendars;

  @AfterEach
  void removeTheProcess() {
    repository.createDeploymentQuery().deploymentName("steps to add").list().stream()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
  }

  @Test
  void theOwnerFindsWhatToDoBesideTheLead() {
    UUID lead = routed();

    run("notifyOwner", lead, Map.of("message", "Call back about the offer"));

    Api.Answer activities = as("admin").get("/api/leads/" + lead + "/activities");
    assertThat(activities.body().findValuesAsText("subject"))
        .containsExactly("Call back about the offer");
    assertThat(activities.body().findValuesAsText("ownerId"))
        .containsExactly(lead(lead).text("ownerId"));
  }

  @Test
  void aLeadOfATeamHasNobodyToBeTold() {
    UUID lead = sent(aGermanLead("address1Country", "Atlantis"));
    taskOf(lead, "UserTask_TriageLead");

    run("notifyOwner", lead, Map.of("message", "Call back"));

    assertThat(as("admin").get("/api/leads/" + lead + "/activities").body().findValues("subject"))
        .isEmpty();
  }

  @Test
  void workingTimeIsThatOfTheOwner() {
    UUID lead = routed();
    var hours = calendars.of(lead(lead).text("ownerId"));
    Instant before = Instant.now();

    String instance = run("findWorkingTime", lead, Map.of("hours", "1.5"));

    Instant until =
        management
            .createJobQuery()
            .processInstanceId(instance)
            .timers()
            .singleResult()
            .getDuedate()
            .toInstant();
    assertThat(until)
        .isBetween(
            hours.plus(before, Duration.ofMinutes(90)).orElseThrow().minusMillis(1),
            hours.plus(Instant.now(), Duration.ofMinutes(90)).orElseThrow());
  }

  @Test
  void anotherSystemIsToldOfTheRecordAndOfNobodysData() {
    UUID lead = routed();

    run("callWebhook", lead, Map.of("target", "crm", "event", "lead-won"));

    List<String> told =
        jdbc.sql("SELECT payload FROM outbox_message WHERE event = 'lead-won' AND target = 'crm'")
            .query(String.class)
            .list();
    assertThat(told)
        .singleElement()
        .asString()
        .contains("\"businessKey\":\"" + lead + "\"", "\"process\":\"steps-to-add\"")
        .doesNotContain(lead(lead).text("lastName"));
    assertThat(as("admin").get("/api/outbox?state=WAITING").body().findValuesAsText("event"))
        .contains("lead-won");
    assertThat(as("kim").get("/api/outbox").status()).isEqualTo(403);
    assertThatThrownBy(
            () -> run("callWebhook", lead, Map.of("target", "elsewhere", "event", "lead-won")))
        .hasMessageContaining("No target elsewhere is configured");
  }

  private UUID routed() {
    UUID lead = sent(aGermanLead());
    taskOf(lead, "UserTask_WorkLead");
    return lead;
  }

  private String run(String block, UUID lead, Map<String, String> fields) {
    ServiceTaskBuilder step =
        Bpmn.createExecutableProcess("steps-to-add")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .serviceTask()
            .camundaDelegateExpression("${" + block + "}");
    fields.forEach(step::camundaInputParameter);
    BpmnModelInstance diagram =
        block.equals("findWorkingTime")
            ? step.intermediateCatchEvent().timerWithDate("${workingTime}").endEvent().done()
            : step.endEvent().done();
    repository
        .createDeployment()
        .name("steps to add")
        .addModelInstance("steps-to-add.bpmn", diagram)
        .deploy();
    // Not the one of a deployment before, which the product remembers for some seconds.
    String latest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("steps-to-add")
            .latestVersion()
            .singleResult()
            .getId();
    return runtime.startProcessInstanceById(latest, lead.toString()).getId();
  }
}
