package org.leadflow.process.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Leads about which the lead desk was asked before it had a time to decide: they go on as they
 * began, and are moved to the diagram that knows of both.
 */
abstract class MovedUndecidedTests extends WholeWay {

  private static final String PROCESS = "lead-intake";

  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;
  @Autowired ManagementService jobs;
  private int to;
  private int from;
  private String deployed;
  private UUID lead;

  @BeforeEach
  void aLeadWaitsOnTheOldDiagram() throws IOException {
    Map<String, Object> first = aGermanLead();
    ownerOf(sent(first));
    to = newest().getVersion();
    Path before = Path.of("src/test/resources/processes-before/lead-intake.bpmn");
    deployed =
        repository
            .createDeployment()
            .addString("lead-intake.bpmn", Files.readString(before, UTF_8))
            .deploy()
            .getId();
    from = newest().getVersion();
    lead =
        sent(
            aGermanLead(
                "emailAddress1",
                first.get("emailAddress1"),
                "firstName",
                "Quo",
                "lastName",
                "Zzyzx"));
    assertThat(task().getProcessDefinitionId()).isEqualTo(newest().getId());
    assertThat(timers()).isEmpty();
  }

  @AfterEach
  void removeTheOldDiagram() {
    repository.deleteDeployment(deployed, true);
  }

  @Test
  void whoStaysIsAnsweredAsEver() {
    Api.Answer refused = disqualified();
    assertThat(refused.text("code")).as("%s", refused.body()).isEqualTo("not-assigned");

    Api.Answer decided =
        as("lena").post("/api/leads/" + lead + "/duplicates/decide", Map.of("answer", "different"));

    assertThat(decided.status()).as("%s", decided.body()).isEqualTo(200);
    ownerOf(lead);
  }

  @Test
  void whoIsMovedGetsATime() {
    JsonNode report = migrate();

    assertThat(report.path("moved").asInt()).as("%s", report).isOne();
    assertThat(report.path("timers").findValuesAsText("variable"))
        .containsExactly("duplicateDueOn");
    assertThat(report.path("timers").findValuesAsText("set")).containsExactly("true");
    assertThat(timers()).hasSize(1);
    assertThat(task().getDueDate()).isAfter(new Date()).hasSameTimeAs(timers().get(0).getDuedate());

    jobs.setJobDuedate(timers().get(0).getId(), new Date(0));
    ownerOf(lead);
  }

  @Test
  void whoIsMovedCanBeDisqualified() {
    migrate();

    Api.Answer answer = disqualified();

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    assertThat(lead(lead).text("stateCodeLabel")).isEqualTo("Disqualified");
    assertThat(tasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).count())
        .isZero();
  }

  private Api.Answer disqualified() {
    return as("lena").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 5));
  }

  private JsonNode migrate() {
    return as("admin")
        .post("/api/processes/" + PROCESS + "/migrations", Map.of("from", from, "to", to))
        .body();
  }

  private ProcessDefinition newest() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(PROCESS)
        .latestVersion()
        .singleResult();
  }

  private Task task() {
    return tasks.createTaskQuery().taskId(taskOf(lead, "UserTask_DecideDuplicate")).singleResult();
  }

  private List<Job> timers() {
    return jobs.createJobQuery().processInstanceId(task().getProcessInstanceId()).timers().list();
  }
}
