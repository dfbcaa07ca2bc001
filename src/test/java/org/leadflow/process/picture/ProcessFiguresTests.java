package org.leadflow.process.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** What all leads did in a process is counted once, and told to those who answer for it. */
abstract class ProcessFiguresTests extends WholeWay {

  private static final int BEGUN = 10;

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired StepCounting counting;
  private final List<String> deployed = new ArrayList<>();

  /** Ten begin; six are asked once and done, two are asked again, two are still there. */
  @BeforeEach
  void someWentThroughAProcess() {
    deploy("Ask");
    for (int i = 0; i < BEGUN; i++) {
      runtime.startProcessInstanceByKey("counted", "lead " + i);
    }
    answer("Ask", 6, false);
    answer("Ask", 2, true);
    jdbc.sql(
            """
            UPDATE act_hi_actinst SET duration_ = 3600000
            WHERE act_id_ = 'Ask' AND end_time_ IS NOT NULL
            """)
        .update();
  }

  @AfterEach
  void removeTheProcess() {
    deployed.forEach(deployment -> repository.deleteDeployment(deployment, true));
    jdbc.sql("DELETE FROM process_step_day WHERE process_definition_id LIKE 'counted:%'").update();
    jdbc.sql("DELETE FROM process_step_counted WHERE process_definition_id LIKE 'counted:%'")
        .update();
  }

  @Test
  void eachElementTellsHowManyHowLongHowOftenAgainAndHowManyAreThere() {
    count();

    JsonNode figures = figures("");

    assertThat(figures.path("begun").asInt()).isEqualTo(BEGUN);
    assertThat(figures.path("running").asInt()).isEqualTo(4);
    JsonNode ask = element(figures, "Ask");
    assertThat(ask.path("passes").asInt()).isEqualTo(8);
    assertThat(ask.path("now").asInt()).isEqualTo(4);
    assertThat(ask.path("perRun").asDouble()).isEqualTo(0.8);
    for (String part : List.of("median", "nineOfTen")) {
      assertThat(Duration.parse(ask.path(part).asText()))
          .isBetween(Duration.ofMinutes(52), Duration.ofMinutes(68));
    }
    assertThat(element(figures, "Again").path("passes").asInt()).isEqualTo(8);
    assertThat(element(figures, "Done").path("passes").asInt()).isEqualTo(6);
  }

  @Test
  void whatWasCountedIsNotCountedAgain() {
    count();
    count();
    answer("Ask", 1, false);
    count();

    assertThat(element(figures(""), "Ask").path("passes").asInt()).isEqualTo(9);
  }

  @Test
  void whatEndedJustNowIsCountedLater() {
    assertThat(element(figures(""), "Ask").path("passes").asInt()).isZero();
    assertThat(element(figures(""), "Ask").path("now").asInt()).isEqualTo(4);
  }

  @Test
  void versionsAndDaysAreToldApart() {
    count();
    deploy("Call");
    runtime.startProcessInstanceByKey("counted", "a later lead");
    count();

    assertThat(figures("").path("begun").asInt()).isEqualTo(BEGUN + 1);
    assertThat(element(figures(""), "Ask").has("kind")).as("in no diagram any more").isFalse();
    assertThat(figures("?version=1").path("begun").asInt()).isEqualTo(BEGUN);
    assertThat(figures("?version=2").path("begun").asInt()).isOne();
    LocalDate before = LocalDate.now().minusDays(2);
    assertThat(figures("?to=" + before).path("begun").asInt()).isZero();
    assertThat(as("admin").get("/api/processes/counted/figures?version=3").status()).isEqualTo(404);
    assertThat(
            as("admin")
                .get("/api/processes/counted/figures?from=2026-01-02&to=2026-01-01")
                .faultyFields())
        .containsExactly("from");
  }

  @Test
  void thePageDrawsThemAndTheTableCanBeTaken() {
    count();

    String page = tasklistOf("lena").get("/processes/counted?heat=DURATION").body();
    assertThat(page).contains("<svg", ">Ask the lead<", "coloured by how long");
    assertThat(tasklistOf("lena").get("/processes").body()).contains("/processes/lead-routing");
    String table = tasklistOf("lena").get("/api/processes/counted/figures.csv").body();
    assertThat(table.lines().findFirst().orElse("")).startsWith("element,name,kind,passes");
    assertThat(table).contains("\r\nAsk,Ask the lead,userTask,8,0.8,");
  }

  @Test
  void sellersAndPartnersAreNotTold() {
    for (String user : List.of("anna", "freja")) {
      assertThat(as(user).get("/api/processes/counted/figures").status()).isEqualTo(403);
      assertThat(tasklistOf(user).get("/processes").statusCode()).isEqualTo(403);
    }
  }

  private JsonNode figures(String query) {
    return as("lena").get("/api/processes/counted/figures" + query).body();
  }

  private static JsonNode element(JsonNode figures, String id) {
    return StreamSupport.stream(figures.path("elements").spliterator(), false)
        .filter(each -> each.path("element").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in " + figures));
  }

  private void count() {
    for (ProcessDefinition each :
        repository.createProcessDefinitionQuery().processDefinitionKey("counted").list()) {
      counting.count(each.getId(), Instant.now(), Duration.ofMinutes(1));
    }
  }

  private void answer(String task, int many, boolean again) {
    tasks.createTaskQuery().taskDefinitionKey(task).listPage(0, many).stream()
        .forEach(each -> tasks.complete(each.getId(), Map.of("again", again)));
  }

  private void deploy(String task) {
    deployed.add(
        repository
            .createDeployment()
            .addModelInstance(
                "counted.bpmn",
                Bpmn.createExecutableProcess("counted")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent("Begin")
                    .userTask(task)
                    .name(task + " the lead")
                    .exclusiveGateway("Again")
                    .name("Again?")
                    .condition("yes", "${again}")
                    .connectTo(task)
                    .moveToNode("Again")
                    .condition("no", "${!again}")
                    .endEvent("Done")
                    .done())
            .deploy()
            .getId());
  }
}
