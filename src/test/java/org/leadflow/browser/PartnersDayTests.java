package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The day of a partner's seller in the real Tasklist, and what it leaves to the manager. */
@RunningDemo
class PartnersDayTests {

  private static final String LEAD =
      """
      {"subject": "Monitoring for a shipyard", "firstName": "Ida", "lastName": "Holm", "companyName": "Holm Værft A/S",
       "emailAddress1": "ida.holm@holm-vaerft.example", "address1City": "Aarhus", "address1Country": "Denmark",
       "channelPartnerId": "nordwind"}
      """;

  @LocalServerPort int port;
  @TempDir Path profile;
  @Autowired private TaskService tasks;
  private Browser browser;
  private Api api;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(profile, port);
    api = new Api(port);
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aPartnerAcceptsALeadWorksItAndItsManagerApprovesTheLargeDeal() {
    String lead = "/leads/" + api.routed(LEAD).path("leadId").asText();

    browser.logIn("freja");
    var tasklist = new Tasklist(browser).list("My team's leads").open("Holm");
    assertThat(tasklist.card()).contains("Ida Holm", "It is offered to Nordwind Systemhaus.");
    tasklist.claim().choose("Accept it");
    browser.picture("offer");
    tasklist.complete();
    tasklist.completed().list("My leads").open("Holm");
    assertThat(tasklist.card()).contains("Nordwind Systemhaus accepted it, by freja");
    tasklist.choose("Contacted").complete();
    tasklist.completed().open("Holm");
    tasklist.choose("Qualified").select("Currency", "EUR").write("Estimated value", "700000");
    tasklist.complete();
    tasklist.completed();
    assertThat(api.get("freja", lead).path("stateCodeLabel").asText()).isEqualTo("Open");
    browser.logOut();

    isLenasTask(lead);
    browser.logIn("lena");
    tasklist = new Tasklist(browser).list("My leads").open("Holm");
    assertThat(browser.text())
        .contains("Freja Lindqvist wants to qualify this lead", "700,000 EUR");
    tasklist.choose("Approve it");
    browser.picture("approval");
    tasklist.complete();
    tasklist.completed();

    JsonNode qualified = api.get("freja", lead);
    assertThat(qualified.path("stateCodeLabel").asText()).isEqualTo("Qualified");
    assertThat(
            api.get("freja", "/opportunities/" + qualified.path("qualifyingOpportunityId").asText())
                .path("ownerUser")
                .asText())
        .isEqualTo("freja");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  /** Other tests make managers, and of several the one has it who has fewest. */
  private void isLenasTask(String lead) {
    Task approval =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(lead.substring("/leads/".length()))
            .taskDefinitionKey("UserTask_ApproveConversion")
            .singleResult();
    if (!"lena".equals(approval.getAssignee())) {
      tasks.setAssignee(approval.getId(), "lena");
    }
  }
}
