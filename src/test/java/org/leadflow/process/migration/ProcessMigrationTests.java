package org.leadflow.process.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.Api;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A changed diagram leaves what runs on its version, and whoever runs the product moves it on
 * purpose, sees before what would come of it, and takes it back.
 */
class ProcessMigrationTests extends WholeWay {

  private static final int UNDER_WAY = 500;
  private static final Map<String, Object> RENAMED =
      Map.of("from", 1, "to", 2, "mapping", Map.of("Ask", "Call"));

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  private final List<String> deployed = new ArrayList<>();

  @BeforeEach
  void manyRunWhenTheDiagramChanges() {
    deploy("Ask");
    String first = version(1);
    for (int i = 0; i < UNDER_WAY; i++) {
      runtime.startProcessInstanceById(first, "lead " + i);
    }
    waiting("Ask").stream().limit(20).forEach(task -> tasks.complete(task.getId()));
    deploy("Call");
  }

  @AfterEach
  void removeTheProcess() {
    deployed.forEach(deployment -> repository.deleteDeployment(deployment, true));
  }

  @Test
  void aChangedDiagramLeavesAllThatRunOnTheirs() {
    assertThat(running(1)).isEqualTo(UNDER_WAY);
    assertThat(running(2)).isZero();

    Task one = waiting("Ask").get(0);
    tasks.complete(one.getId());
    assertThat(waiting("Ask")).hasSize(UNDER_WAY - 21);
    assertThat(waiting("Close")).hasSize(21);
  }

  @Test
  void whatWouldComeOfMovingIsToldAndNothingWritten() {
    JsonNode report = migrate(Map.of("from", 1, "to", 2), "?dryRun=true").body();

    assertThat(report.path("moved").asInt()).isEqualTo(20);
    assertThat(report.path("stayed").asInt()).isEqualTo(UNDER_WAY - 20);
    assertThat(report.has("migrationId")).isFalse();
    JsonNode reason = report.path("reasons").path(0);
    assertThat(reason.path("sentence").asText())
        .isEqualTo(
            "waits at \"Ask the lead\" (Ask), which has no place in version 2; name one in mapping");
    assertThat(reason.path("count").asInt()).isEqualTo(UNDER_WAY - 20);
    assertThat(reason.path("businessKeys")).hasSize(10);
    assertThat(report.path("elements").findValuesAsText("element"))
        .containsExactlyInAnyOrder("Ask", "Close");
    assertThat(report.path("elements").findValuesAsText("goesTo")).containsExactly("Close");
    assertThat(running(1)).isEqualTo(UNDER_WAY);
  }

  @Test
  void allAreMovedAndMovedBack() {
    JsonNode report = migrate(RENAMED, "").body();

    assertThat(report.path("moved").asInt()).as("%s", report).isEqualTo(UNDER_WAY);
    assertThat(running(2)).isEqualTo(UNDER_WAY);
    assertThat(waiting("Call")).hasSize(UNDER_WAY - 20);
    // What ends or begins afterwards is not touched by taking it back.
    waiting("Close").stream().limit(5).forEach(task -> tasks.complete(task.getId()));
    runtime.startProcessInstanceById(version(2), "a later lead");

    String undo = "/api/processes/migrations/" + report.path("migrationId").asText() + "/undo";
    JsonNode back = as("admin").post(undo, Map.of()).body();

    assertThat(back.path("moved").asInt()).as("%s", back).isEqualTo(UNDER_WAY - 5);
    assertThat(running(1)).isEqualTo(UNDER_WAY - 5);
    assertThat(running(2)).isOne();
    assertThat(waiting("Ask")).hasSize(UNDER_WAY - 20);
    assertThat(as("admin").post(undo, Map.of()).body().path("moved").asInt()).isZero();
  }

  @Test
  void aPartAtATimeIsMovedWhenAskedFor() {
    Map<String, Object> part =
        Map.of("from", 1, "to", 2, "mapping", Map.of("Ask", "Call"), "atMost", 120);

    JsonNode report = migrate(part, "").body();

    assertThat(report.path("moved").asInt()).isEqualTo(120);
    assertThat(report.path("left").asInt()).isEqualTo(UNDER_WAY - 120);
    assertThat(running(2)).isEqualTo(120);
  }

  @Test
  void whatCannotBePlannedIsRefusedInWords() {
    assertThat(migrate(Map.of("from", 1, "to", 7), "").text("detail")).isNotNull();
    assertThat(migrate(Map.of("from", 1, "to", 7), "").body().toString())
        .contains("there is no version 7 of moving");
    assertThat(migrate(Map.of("from", 1, "to", 1), "").status()).isEqualTo(422);
    assertThat(
            migrate(Map.of("from", 1, "to", 2, "mapping", Map.of("Aks", "Cal")), "")
                .body()
                .toString())
        .contains("version 1 has no element Aks", "version 2 has no element Cal");
    assertThat(migrate(Map.of("from", 1, "to", 2, "mapping", Map.of("Ask", "Open")), "").status())
        .isEqualTo(422);
    assertThat(migrate(Map.of("to", 2), "").body().toString()).contains("from");
    assertThat(as("kim").post("/api/processes/moving/migrations", RENAMED).status()).isEqualTo(403);
    assertThat(as("kim").get("/api/processes").status()).isEqualTo(403);
    assertThat(running(1)).isEqualTo(UNDER_WAY);
  }

  private Api.Answer migrate(Map<String, Object> wish, String query) {
    return as("admin").post("/api/processes/moving/migrations" + query, wish);
  }

  private long running(int version) {
    for (JsonNode each : as("admin").get("/api/processes").body()) {
      if (each.path("process").asText().equals("moving")
          && each.path("version").asInt() == version) {
        return each.path("running").asLong();
      }
    }
    return -1;
  }

  private List<Task> waiting(String element) {
    return tasks.createTaskQuery().taskDefinitionKey(element).list();
  }

  private String version(int version) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey("moving")
        .processDefinitionVersion(version)
        .singleResult()
        .getId();
  }

  private void deploy(String asking) {
    deployed.add(
        repository
            .createDeployment()
            .addModelInstance(
                "moving.bpmn",
                Bpmn.createExecutableProcess("moving")
                    .name("Moving")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent("Open")
                    .userTask(asking)
                    .name(asking + " the lead")
                    .userTask("Close")
                    .name("Close the lead")
                    .endEvent()
                    .done())
            .deploy()
            .getId());
  }
}
