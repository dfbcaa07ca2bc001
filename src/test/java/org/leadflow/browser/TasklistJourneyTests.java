package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A seller works leads in the real Tasklist, from the login to what became of them. */
@RunningDemo
class TasklistJourneyTests {

  @LocalServerPort int port;
  @TempDir Path profile;
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
  void aSellerClaimsALeadOfHisTeamAndQualifiesIt() {
    JsonNode lead = api.routed(Leads.AMERICAN);
    String leadId = lead.path("leadId").asText();
    assertThat(lead.path("ownerId").asText()).isEqualTo("americas-inside-sales");

    String known =
        api.post(
                "olivia",
                "/accounts",
                """
                {"name": "Whitaker Freight", "address1Country": "USA"}
                """)
            .path("accountId")
            .asText();

    browser.logIn("olivia");
    var tasklist = new Tasklist(browser);
    assertThat(tasklist.offers("My leads")).isTrue();
    tasklist.list("My team's leads");
    assertThat(tasklist.order()).startsWithIgnoringCase("due");
    assertThat(tasklist.line("Whitaker Freight"))
        .contains("Due in", "Score:", lead.path("score").asText());

    tasklist.open("Whitaker Freight");
    assertThat(tasklist.card())
        .contains("Dana Whitaker", "+1 202 555 0143", "Wants to know where each truck is.")
        .contains("Known already?", known);
    browser.picture("offered");
    tasklist.claim();

    tasklist.choose("Qualified").complete();
    assertThat(tasklist.refusal()).contains("Whitaker Freight", known);
    browser.picture("refused");
    assertThat(api.get("olivia", "/leads/" + leadId).path("stateCodeLabel").asText())
        .isEqualTo("Open");

    tasklist
        .dismissRefusal()
        .write("Existing account", known)
        .select("Currency", "EUR")
        .write("Estimated value", "48000.50");
    browser.picture("qualifying");
    tasklist.complete();
    tasklist.completed().list("My leads");
    assertThat(tasklist.line("Whitaker Freight")).contains("Develop opportunity");
    tasklist.open("Whitaker Freight");
    assertThat(tasklist.card()).contains("Qualified");
    browser.picture("opportunity");

    JsonNode qualified = api.get("olivia", "/leads/" + leadId);
    assertThat(qualified.path("stateCodeLabel").asText()).isEqualTo("Qualified");
    assertThat(
            api.get("olivia", "/accounts/" + qualified.path("parentAccountId").asText())
                .path("name")
                .asText())
        .isEqualTo("Whitaker Freight");
    assertThat(
            api.get("olivia", "/contacts/" + qualified.path("parentContactId").asText())
                .path("lastName")
                .asText())
        .isEqualTo("Whitaker");
    JsonNode opportunity =
        api.get("olivia", "/opportunities/" + qualified.path("qualifyingOpportunityId").asText());
    assertThat(opportunity.path("stage").asText()).isEqualTo("DEVELOP");
    assertThat(opportunity.path("transactionCurrencyId").asText()).isEqualTo("EUR");
    assertThat(opportunity.path("estimatedAmount").decimalValue()).isEqualByComparingTo("48000.5");
    assertThat(opportunity.path("ownerUser").asText()).isEqualTo("olivia");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  @Test
  void aSellerDisqualifiesALeadOfHisOwnWithAReason() {
    JsonNode lead = api.routed(Leads.german("Kranbau Ohlsen AG"));
    String leadId = lead.path("leadId").asText();
    String owner = lead.path("ownerId").asText();
    assertThat(owner).isIn("anna", "jonas", "kim");

    browser.logIn(owner);
    var tasklist = new Tasklist(browser).list("My leads").open("Kranbau Ohlsen");
    tasklist.choose("Disqualified").complete();
    assertThat(tasklist.refusal()).contains("No Longer Interested");
    tasklist
        .dismissRefusal()
        .select("Why is there no business?", "No longer interested")
        .write("Comment", "They bought elsewhere.");
    browser.picture("disqualifying");
    tasklist.complete();
    tasklist.completed();

    JsonNode closed = api.get(owner, "/leads/" + leadId);
    assertThat(closed.path("stateCodeLabel").asText()).isEqualTo("Disqualified");
    assertThat(closed.path("statusCodeLabel").asText()).isEqualTo("No Longer Interested");
    assertThat(closed.path("closingComment").asText()).isEqualTo("They bought elsewhere.");
    browser.open("/leads/" + leadId);
    assertThat(browser.text()).contains("Disqualified", "They bought elsewhere.", "Tasklist");
  }
}
