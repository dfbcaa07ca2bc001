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
import org.openqa.selenium.By;
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

  private static final String OTHER_LEAD =
      """
      {"subject": "Tank levels for a brewery", "firstName": "Jens", "lastName": "Ravn", "companyName": "Ravn Bryggeri A/S",
       "emailAddress1": "jens.ravn@ravn-bryggeri.example", "address1City": "Odense", "address1Country": "Denmark",
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

  @Test
  void aPartnerFindsItsOwnLeadsOnThePagesAndAcceptsOneThere() {
    String others = api.routed(Leads.german("Vogel Antriebe GmbH")).path("leadId").asText();
    String lead = api.routed(OTHER_LEAD).path("leadId").asText();

    browser.logIn("freja");
    browser.click(By.id("leads"));
    assertThat(browser.find(By.tagName("table")).getText())
        .contains("Tank levels for a brewery")
        .doesNotContain("Vogel Antriebe", "Plant monitoring");
    browser.open("/leads/" + others);
    assertThat(browser.text()).contains("There is nothing here").doesNotContain("Vogel");
    browser.open("/leads/" + lead);
    assertThat(browser.find(By.id("awaited")).getText())
        .contains("It waits for a partner", "offered to Nordwind Systemhaus", "falls back");
    assertThat(browser.all(By.id("qualify"))).isEmpty();
    browser.picture("offered-lead");

    browser.leaveBy(By.id("accept"));

    assertThat(browser.text()).contains("The lead is yours.");
    assertThat(browser.find(By.id("owner")).getText()).isEqualTo("Freja Lindqvist");
    assertThat(browser.all(By.id("qualify"))).hasSize(1);
    assertThat(browser.all(By.id("awaited"))).isEmpty();
    assertThat(api.get("admin", "/leads/" + lead).path("ownerId").asText()).isEqualTo("freja");
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
