package org.leadflow.process.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** A lead's place on the diagrams, for those who see the lead. */
abstract class LeadWayTests extends WholeWay {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  private final List<String> deployed = new ArrayList<>();

  @AfterEach
  void removeTheDiagrams() {
    deployed.forEach(deployment -> repository.deleteDeployment(deployment, true));
  }

  @Test
  void aLeadTellsWhereItStandsAndWhatItPassed() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);

    JsonNode way = as(owner).get("/api/leads/" + lead + "/process").body();

    assertThat(way.path("standsAt").findValuesAsText("element"))
        .containsExactly("CallActivity_Qualification", "UserTask_WorkLead");
    assertThat(way.at("/standsAt/1/who").asText())
        .isEqualTo(as("admin").get("/api/organization/users/" + owner).text("name"));
    assertThat(way.path("processes").findValuesAsText("process"))
        .contains("lead-lifecycle", "lead-intake", "lead-routing", "lead-qualification");
    JsonNode routing = stretch(way, "lead-routing");
    assertThat(routing.path("version").asInt()).isOne();
    assertThat(routing.path("steps").findValuesAsText("element"))
        .containsSubsequence(
            "ServiceTask_DecideRoute", "ServiceTask_AssignLead", "EndEvent_LeadAssigned");
    assertThat(routing.path("steps").findValuesAsText("took"))
        .allMatch(took -> took.startsWith("PT"));
    // From the gateway one line of several, each line once.
    assertThat(routing.path("taken").findValuesAsText("times")).containsOnly("1");
    assertThat(routing.path("taken")).hasSize(routing.path("steps").size() - 1);
  }

  @Test
  void itsPageShowsItOnTheDiagramAndInATable() {
    UUID lead = sent(aGermanLead());
    Visitor owner = tasklistOf(ownerOf(lead));

    String page = owner.get("/leads/" + lead + "/process").body();

    assertThat(page).contains("Lead qualification, now at Work lead", "now · ", ">Work lead<");
    assertThat(page.split("<svg")).hasSize(5);
    var picture = owner.get("/leads/" + lead + "/process.svg");
    assertThat(picture.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
    assertThat(picture.body()).startsWith("<svg").contains("now at Work lead");
  }

  @Test
  void whoDoesNotSeeTheLeadSeesNoneOfItsWay() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);

    for (String path : List.of("/process", "/process.svg")) {
      assertThat(tasklistOf("kenji").get("/leads/" + lead + path).statusCode()).isEqualTo(404);
    }
    assertThat(as("kenji").get("/api/leads/" + lead + "/process").status()).isEqualTo(404);
    assertThat(as("admin").get("/api/leads/" + UUID.randomUUID() + "/process").status())
        .isEqualTo(404);
  }

  @Test
  void aQualifiedLeadStandsInThePursuitOfItsOpportunity() {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    assertThat(as(owner).post("/api/leads/" + lead + "/qualify", Map.of()).status()).isEqualTo(200);

    JsonNode way = as(owner).get("/api/leads/" + lead + "/process").body();

    assertThat(stretch(way, "lead-lifecycle").has("endedOn")).isTrue();
    assertThat(way.path("standsAt").findValuesAsText("process"))
        .containsOnly("opportunity-pursuit");
  }

  @Test
  void theDiagramIsTheOneTheLeadRunsOnAndWhatItTakesTwiceIsToldTwice() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    deploy("Before");
    runtime.startProcessInstanceByKey("drawn", lead.toString());
    runtime.startProcessInstanceByKey("drawn", lead.toString());
    deploy("After");

    JsonNode drawn = stretch(as("admin").get("/api/leads/" + lead + "/process").body(), "drawn");
    assertThat(drawn.path("version").asInt()).isOne();
    assertThat(drawn.path("runs").asInt()).isEqualTo(2);
    assertThat(drawn.path("steps").findValuesAsText("run")).containsExactly("1", "1", "2", "2");
    assertThat(tasklistOf("admin").get("/leads/" + lead + "/process").body())
        .contains(">Before<")
        .doesNotContain(">After<");
  }

  private static JsonNode stretch(JsonNode way, String process) {
    return StreamSupport.stream(way.path("processes").spliterator(), false)
        .filter(each -> each.path("process").asText().equals(process))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in " + way));
  }

  private void deploy(String task) {
    deployed.add(
        repository
            .createDeployment()
            .addModelInstance(
                "drawn.bpmn",
                Bpmn.createExecutableProcess("drawn")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent("Begin")
                    .userTask("Wait")
                    .name(task)
                    .endEvent()
                    .done())
            .deploy()
            .getId());
  }
}
