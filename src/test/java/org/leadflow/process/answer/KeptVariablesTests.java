package org.leadflow.process.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.access.Visitor;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A designer's process: a step before the owner's task writes {@code briefing}, its form asks for
 * {@code newsletter} too, and the lead desk looks once more before a lead is closed, which may give
 * it back to its owner.
 */
class KeptVariablesTests extends WholeWay {

  private static final Path EXAMPLE = Path.of("src/test/resources/example");
  private static final String ADDRESS = "/camunda/api/engine/engine/default/task/";
  private static final String WORK_LEAD = "UserTask_WorkLead";
  private static final String REVIEW_LEAD = "UserTask_ReviewLead";

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  private String deployment;

  @BeforeEach
  void theDesignersProcessIsDeployed() throws IOException {
    String diagram =
        Files.readString(EXAMPLE.resolve("lead-qualification.bpmn"))
            .replaceFirst(
                "(<bpmn:serviceTask id=\"ServiceTask_SetDeadlines\"[^>]*>\\s*<bpmn:documentation>[^<]*</bpmn:documentation>)",
                """
                $1
                <bpmn:extensionElements><camunda:inputOutput>
                  <camunda:outputParameter name="briefing">read</camunda:outputParameter>
                </camunda:inputOutput></bpmn:extensionElements>
                """)
            .replace(
                "sourceRef=\"Gateway_ReviewAnswer\" targetRef=\"Gateway_BeforeHandBack\"",
                "sourceRef=\"Gateway_ReviewAnswer\" targetRef=\"Gateway_BeforeWork\"");
    String form =
        Files.readString(Path.of("processes/work-lead.form"))
            .replaceFirst(
                "\"components\": \\[",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"Textfield_Newsletter\", \"key\": \"newsletter\"},"
                    + "{\"type\": \"textfield\", \"id\": \"Textfield_Briefing\", \"key\": \"briefing\", \"disabled\": true},");
    deployment =
        repository
            .createDeployment()
            .addString("lead-qualification.bpmn", diagram)
            .addString("work-lead.form", form)
            .addString("review-lead.form", Files.readString(EXAMPLE.resolve("review-lead.form")))
            .deploy()
            .getId();
  }

  @AfterEach
  void removeIt() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void whatAStepWroteBeforeTheOwnersTaskIsThereBehindIt() {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);

    var answer = as("admin").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    assertThat(held(lead, REVIEW_LEAD))
        .containsEntry("briefing", "read")
        .containsEntry("answer", "disqualified")
        .containsKey("lapseOn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit-form", "complete"})
  void whatNobodyAskedForIsLeftOutAndWhatWasThereStays(String door) {
    UUID lead = sent(aGermanLead());
    String owner = ownerOf(lead);
    Object lapseOn = held(lead, WORK_LEAD).get("lapseOn");

    completed(
        lead,
        WORK_LEAD,
        owner,
        door,
        """
        {"answer": {"value": "disqualified"}, "statusReason": {"value": 4},
         "newsletter": {"value": "no"}, "briefing": {"value": "forged"},
         "lapseOn": {"value": null}, "approvalNeeded": {"value": false},
         "checkAnswer": {"value": "nothing"}}
        """);

    assertThat(held(lead, REVIEW_LEAD))
        .containsEntry("briefing", "read")
        .containsEntry("newsletter", "no")
        .containsEntry("lapseOn", lapseOn)
        .doesNotContainKeys("approvalNeeded", "checkAnswer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit-form", "complete"})
  void soItIsAtATaskThatNoBlockChecks(String door) {
    UUID lead = sent(aGermanLead());
    ownerOf(lead);
    as("admin").post("/api/leads/" + lead + "/disqualify", Map.of("statusCode", 4));

    completed(
        lead,
        REVIEW_LEAD,
        "lena",
        door,
        """
        {"reviewAnswer": {"value": "handBack"}, "answer": {"value": "qualified"},
         "approvalNeeded": {"value": false}}
        """);

    assertThat(held(lead, WORK_LEAD))
        .containsEntry("reviewAnswer", "handBack")
        .containsEntry("answer", "disqualified")
        .doesNotContainKey("approvalNeeded");
  }

  @ParameterizedTest
  @CsvSource({
    "bpmnError, errorCode",
    "bpmnError/, errorCode",
    "bpmnEscalation, escalationCode",
    "bpmnEscalation/, escalationCode",
    "resolve/, nothing",
    "delegate/, userId"
  })
  void noOtherDoorOfATaskBringsVariablesEither(String door, String code) {
    UUID lead = sent(aGermanLead());
    Visitor owner = tasklistOf(ownerOf(lead));

    var answer =
        owner.post(
            ADDRESS + task(lead, WORK_LEAD).getId() + "/" + door,
            "{\"" + code + "\": \"x\", \"variables\": {\"approvalNeeded\": {\"value\": false}}}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(held(lead, WORK_LEAD)).doesNotContainKey("approvalNeeded");
  }

  private void completed(UUID lead, String element, String user, String door, String variables) {
    var answer =
        tasklistOf(user)
            .post(
                "/camunda/api/engine/engine/default/task/"
                    + task(lead, element).getId()
                    + "/"
                    + door,
                "{\"variables\": " + variables + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private Map<String, Object> held(UUID lead, String element) {
    return runtime.getVariables(task(lead, element).getProcessInstanceId());
  }

  private Task task(UUID lead, String element) {
    return tasks.createTaskQuery().taskId(taskOf(lead, element)).singleResult();
  }
}
