package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our own pages, with what the browser says to them. */
@RunningDemo
class ConsolePagesTests {

  private static final int PHONE = 500;

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
  void aLeadTellsWhyItCameToItsOwner() {
    JsonNode lead = api.routed(Leads.german("Vogel Antriebe GmbH"));
    browser.logIn(lead.path("ownerId").asText());
    assertThat(browser.text()).contains("Hello", "seller", "Tasklist").doesNotContain("Cockpit");
    browser.picture("start");

    browser.click(By.id("leads"));
    assertThat(browser.find(By.tagName("table")).getText())
        .contains("Plant monitoring for three sites", "Vogel Antriebe GmbH", "Trade Show");
    browser.picture("leads");
    browser.click(By.partialLinkText("Plant monitoring"));

    assertThat(browser.find(By.id("facts")).getText())
        .contains("Business Phone", "+49 711 5550 123", "No. of Employees", "Trade Show")
        .doesNotContain("Fax");
    assertThat(browser.find(By.id("decisions")).getText())
        .contains(
            "Europe and Central Asia belong to EMEA",
            "Germany, Austria and Switzerland with 250 or more employees go to DACH Enterprise",
            "EMEA-110",
            "routing/units/emea/dach.dslr:",
            "had the turn",
            "SCO-010",
            "+20");
    assertThat(browser.find(By.id("trail")).getText()).contains("Created", "API", "Website", "UTC");
    browser.picture("lead");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void everyPageFitsAPhone() {
    JsonNode lead = api.routed(Leads.german("Vogel Antriebe GmbH"));
    browser.resize(PHONE, 900);
    browser.open("/login");
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    browser.logIn(lead.path("ownerId").asText());
    String page = "/leads/" + lead.path("leadId").asText();
    for (String path : new String[] {"/", "/leads", page, page + "/card", "/nowhere"}) {
      browser.open(path);
      assertThat(browser.widestContent()).as(path).isLessThanOrEqualTo(PHONE);
    }
    browser.open(page);
    browser.picture("lead-phone");
  }

  @Test
  void markupInALeadIsShownNotRun() {
    JsonNode lead = api.routed(Leads.HOSTILE);
    browser.logIn(lead.path("ownerId").asText());
    String page = "/leads/" + lead.path("leadId").asText();
    for (String path : new String[] {"/leads", page, page + "/card"}) {
      browser.open(path);
      assertThat(browser.text()).as(path).contains("<script>document.title='taken'</script>");
      assertThat(
              browser.all(
                  By.cssSelector("main script, main iframe, main img[onerror], main b[onclick]")))
          .as(path)
          .isEmpty();
    }
    assertThat(browser.text()).contains("${7*7} [[${7*7}]]");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anothersLeadIsNotThereForHim() {
    JsonNode lead = api.routed(Leads.german("Vogel Antriebe GmbH"));
    browser.logIn("kenji");
    browser.open("/leads/" + lead.path("leadId").asText());
    assertThat(browser.text()).contains("There is nothing here").doesNotContain("Vogel");
    browser.picture("nothing");
    browser.open("/camunda/app/cockpit/default/");
    assertThat(browser.text()).contains("You may not see this");
    browser.picture("forbidden");
  }

  @Test
  void theApiDocumentOpensInTheBrowser() {
    browser.logIn("anna");
    browser.click(By.id("api"));
    assertThat(browser.find(By.cssSelector(".info .title")).getText()).startsWith("Leadflow");
    browser.find(By.cssSelector("#operations-Leads-submit"));
    browser.picture("api");
    browser.click(By.cssSelector("button.authorize"));
    browser.find(By.cssSelector(".modal-ux input[type=password]"));
    browser.picture("authorize");
  }

  @Test
  void logOutLeadsBackToTheLogin() {
    browser.logIn("anna");
    browser.click(By.xpath("//button[.='Log out']"));
    assertThat(browser.find(By.cssSelector("[role=status]")).getText())
        .isEqualTo("You are logged out.");
    browser.picture("login");
    browser.open("/leads");
    assertThat(browser.all(By.name("password"))).hasSize(1);
    assertThat(browser.complaints()).isEmpty();
  }
}
