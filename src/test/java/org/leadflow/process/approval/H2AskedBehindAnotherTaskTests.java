package org.leadflow.process.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.wholeway.WholeWay;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A designer puts a task of his between <em>Work lead</em> and <em>Ask for approval</em>; the plan
 * of the answer is forgotten there, and the large deal is approved all the same.
 */
class H2AskedBehindAnotherTaskTests extends WholeWay {

  private static final String PROCESS = "qualification-with-a-look";

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  private String deployment;

  @BeforeEach
  void anotherTaskStandsBetween() throws IOException {
    String diagram =
        Files.readString(Path.of("processes/lead-qualification.bpmn"))
            .replace("id=\"lead-qualification\"", "id=\"" + PROCESS + "\"")
            .replace("bpmnElement=\"lead-qualification\"", "bpmnElement=\"" + PROCESS + "\"")
            .replace(
                "sourceRef=\"Gateway_Answer\" targetRef=\"ServiceTask_AskForApproval\"",
                "sourceRef=\"Gateway_Answer\" targetRef=\"UserTask_LookAtIt\"")
            .replace(
                "<bpmn:userTask id=\"UserTask_ApproveConversion\"",
                """
                <bpmn:sequenceFlow id="Flow_ToLooked" sourceRef="UserTask_LookAtIt"
                  targetRef="ServiceTask_AskForApproval" />
                <bpmn:userTask id="UserTask_LookAtIt" name="Look at it" camunda:formRef="develop-opportunity"
                  camunda:formRefBinding="latest">
                  <bpmn:extensionElements><camunda:properties>
                    <camunda:property name="onCreate" value="presentLead, offerToOwner" />
                  </camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:userTask id="UserTask_ApproveConversion\"""");
    deployment =
        repository.createDeployment().addString(PROCESS + ".bpmn", diagram).deploy().getId();
  }

  @AfterEach
  void removeTheDiagram() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void aLargeDealIsStillApproved() {
    UUID lead = sent(aGermanLead("transactionCurrencyId", "EUR"));
    String owner = ownerOf(lead);
    String run = runtime.startProcessInstanceByKey(PROCESS, lead.toString()).getId();

    answer(
        run,
        owner,
        "{\"answer\": {\"value\": \"qualified\"}, \"estimatedAmount\": {\"value\": \"600000\"}}");
    answer(run, owner, "{}");

    assertThat(task(run).getTaskDefinitionKey()).isEqualTo("UserTask_ApproveConversion");
  }

  private void answer(String run, String owner, String variables) {
    String address = "/camunda/api/engine/engine/default/task/" + task(run).getId();
    var answer =
        tasklistOf(owner).post(address + "/submit-form", "{\"variables\": " + variables + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private Task task(String run) {
    return tasks.createTaskQuery().processInstanceId(run).singleResult();
  }
}
