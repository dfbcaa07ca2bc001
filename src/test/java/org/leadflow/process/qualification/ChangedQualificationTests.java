package org.leadflow.process.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/** The API, on a diagram of a designer: the lead desk looks once more before a lead is closed. */
class ChangedQualificationTests extends WholeWay {

  private static final Path EXAMPLE = Path.of("src/test/resources/example");

  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;
  private String deployment;

  @BeforeEach
  void theDesignersDiagramIsDeployed() throws IOException {
    DeploymentBuilder all = repository.createDeployment();
    for (String file : List.of("lead-qualification.bpmn", "review-lead.form")) {
      all.addString(file, Files.readString(EXAMPLE.resolve(file)));
    }
    deployment = all.deploy().getId();
  }

  @AfterEach
  void removeIt() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void aLeadThatSomebodyLooksAtFirstStaysOpenAndItsDoorsSaySo() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    String disqualify = "/api/leads/" + lead + "/disqualify";

    var first = as("admin").post(disqualify, Map.of("statusCode", 4));
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.body().path("stateCode").asInt()).isZero();

    var again = as("admin").post(disqualify, Map.of("statusCode", 4));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("detail")).contains("it waits for an answer to \"Review lead\"");

    Task review =
        tasks.createTaskQuery().processInstanceBusinessKey(lead.toString()).singleResult();
    tasks.complete(review.getId(), Map.of("reviewAnswer", "close"));
    assertThat(lead(lead).body().path("stateCode").asInt()).isEqualTo(2);
  }
}
