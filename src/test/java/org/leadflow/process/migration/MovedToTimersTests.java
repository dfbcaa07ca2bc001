package org.leadflow.process.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Leads that were worked before there were deadlines are moved to the diagram that keeps them. Both
 * diagrams are the real ones, under an id of their own so that other leads are not called there.
 */
abstract class MovedToTimersTests extends WholeWay {

  private static final String PROCESS = "qualification-to-move";

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired ManagementService jobs;
  private final List<String> deployed = new ArrayList<>();
  private UUID lead;
  private String run;

  @BeforeEach
  void aLeadIsWorkedOnTheOldDiagram() throws IOException {
    deploy(Path.of("src/test/resources/processes-before/lead-qualification.bpmn"));
    lead = sent(aGermanLead());
    ownerOf(lead);
    run = runtime.startProcessInstanceByKey(PROCESS, lead.toString()).getId();
    deploy(Path.of("processes/lead-qualification.bpmn"));
    assertThat(timers()).isEmpty();
  }

  @AfterEach
  void removeTheDiagrams() {
    deployed.forEach(deployment -> repository.deleteDeployment(deployment, true));
  }

  @Test
  void thePlanTellsWhichTimersTheyGet() {
    JsonNode plan = migrate("?dryRun=true");

    assertThat(plan.path("moved").asInt()).as("%s", plan).isOne();
    assertThat(plan.path("timers").findValuesAsText("variable"))
        .containsExactlyInAnyOrder("remindOn", "missOn", "lapseOn");
    assertThat(plan.path("timers").findValuesAsText("set")).containsOnly("true");
    assertThat(timers()).isEmpty();
    assertThat(runtime.getVariables(run)).doesNotContainKey("remindOn");
  }

  @Test
  void theyGetTheDeadlinesOfTheirLeadsAndGoBackWithout() {
    List<Date> ofNewLeads = dates(timersOf(taskOfTheProduct()));

    JsonNode report = migrate("");

    assertThat(report.path("moved").asInt()).as("%s", report).isOne();
    assertThat(timers()).hasSize(3);
    assertThat(dates(timers())).isEqualTo(ofNewLeads);
    assertThat(task().getFollowUpDate()).isBefore(task().getDueDate());

    Job reminder =
        timers().stream()
            .min((one, other) -> one.getDuedate().compareTo(other.getDuedate()))
            .orElseThrow();
    jobs.executeJob(reminder.getId());
    assertThat(timers()).as("set again, because nothing is due yet").hasSize(3);

    String undo = "/api/processes/migrations/" + report.path("migrationId").asText() + "/undo";
    JsonNode back = as("admin").post(undo, Map.of()).body();
    assertThat(back.path("moved").asInt()).as("%s", back).isOne();
    assertThat(timers()).isEmpty();

    assertThat(migrate("").path("moved").asInt()).isOne();
    assertThat(timers()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void whatBelongsToNoLeadStaysAndTheReportSaysWhatIsMissing() {
    jdbc.sql("UPDATE act_ru_execution SET business_key_ = 'of nothing' WHERE id_ = ?")
        .param(run)
        .update();

    JsonNode report = migrate("");

    assertThat(report.path("moved").asInt()).isZero();
    assertThat(report.at("/reasons/0/sentence").asText())
        .contains("nothing says when its new timers come", "lapseOn", "missOn", "remindOn");
  }

  private JsonNode migrate(String query) {
    return as("admin")
        .post("/api/processes/" + PROCESS + "/migrations" + query, Map.of("from", 1, "to", 2))
        .body();
  }

  private Task task() {
    return tasks.createTaskQuery().processInstanceId(run).singleResult();
  }

  private String taskOfTheProduct() {
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(lead.toString())
            .processDefinitionKey("lead-qualification")
            .singleResult();
    return task.getProcessInstanceId();
  }

  private List<Job> timers() {
    return timersOf(run);
  }

  private List<Job> timersOf(String processInstance) {
    return jobs.createJobQuery().processInstanceId(processInstance).timers().list();
  }

  /** To the minute: each was reckoned when it was set. */
  private static List<Date> dates(List<Job> timers) {
    return timers.stream()
        .map(timer -> new Date(timer.getDuedate().getTime() / 60_000 * 60_000))
        .sorted()
        .toList();
  }

  private void deploy(Path diagram) throws IOException {
    String moved =
        Files.readString(diagram, UTF_8)
            .replace("id=\"lead-qualification\"", "id=\"" + PROCESS + "\"")
            .replace("bpmnElement=\"lead-qualification\"", "bpmnElement=\"" + PROCESS + "\"");
    deployed.add(
        repository.createDeployment().addString(PROCESS + ".bpmn", moved).deploy().getId());
  }
}
