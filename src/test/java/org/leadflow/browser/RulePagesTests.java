package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages on which rules are read, tried and compared. */
@RunningDemo
class RulePagesTests {

  private static final int PHONE = 500;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
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
  void aManagerReadsHowARuleSetStandsAndWhatItsRulesSay() {
    browser.logIn("lena");
    browser.click(By.linkText("Rules"));
    assertThat(browser.text()).contains("routing/units/emea", "screening", "working");
    assertThat(browser.all(By.xpath("//button[contains(.,'rules folder')]"))).isEmpty();
    browser.picture("rules");
    browser.click(By.linkText("routing/units/emea"));
    assertThat(browser.find(By.id("rules")).getText())
        .contains("EMEA-110", "team dach-enterprise", "dach.dslr:");
    assertThat(browser.find(By.id("versions")).getText()).contains("at work");
    browser.picture("rule-set");
  }

  @Test
  void aRuleThatDidNotFireForThirtyDaysIsToldOf() {
    // It was at work forty days ago: what was activated then is what is active now.
    jdbc.sql(
            """
            INSERT INTO rule_set_activation
            SELECT rule_set, 0, NULL, version, origin, ?, activated_by, NULL FROM rule_set_active WHERE rule_set = ?
            """)
        .params(OffsetDateTime.now(ZoneOffset.UTC).minusDays(40), "routing/partners/pacifica")
        .update();
    browser.logIn("lena");
    browser.open("/rules/routing~partners~pacifica");
    assertThat(browser.find(By.id("warnings")).getText()).contains("has not fired for 30 days");
    browser.open("/rules/routing~partners~nordwind");
    assertThat(browser.text()).doesNotContain("has not fired for 30 days");
  }

  @Test
  void anOperatorTakesWhatChangedInTheFolder() {
    browser.logIn("admin");
    browser.open("/rules");
    browser.click(By.xpath("//button[contains(.,'rules folder')]"));
    assertThat(browser.find(By.tagName("h1")).getText()).contains("What came of the rules folder");
  }

  @Test
  void aSellerHasNoBusinessHere() {
    browser.logIn("anna");
    assertThat(browser.all(By.linkText("Rules"))).isEmpty();
    for (String path : new String[] {"/rules", "/try", "/replays"}) {
      browser.open(path);
      assertThat(browser.text()).as(path).contains("You may not see this");
    }
  }

  @Test
  void aLeadIsTriedAndItsWayIsExplained() {
    browser.logIn("lena");
    browser.open("/try");
    browser.find(By.name("subject")).sendKeys("Plant monitoring");
    browser.find(By.name("lastName")).sendKeys("Vogel");
    browser.find(By.name("companyName")).sendKeys("Probe Antriebe GmbH");
    browser.find(By.name("address1Country")).sendKeys("Germany");
    browser.find(By.name("numberOfEmployees")).sendKeys("many");
    browser.click(By.xpath("//button[.='Try']"));
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText())
        .contains("numberOfEmployees");
    browser.find(By.name("numberOfEmployees")).clear();
    browser.find(By.name("numberOfEmployees")).sendKeys("800");
    browser.click(By.xpath("//button[.='Try']"));
    assertThat(browser.find(By.id("tried")).getText())
        .contains("team dach-enterprise", "routing/units/emea");
    browser.picture("try");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  @Test
  void aLeadTellsWhyItDidNotGoToAnotherTeam() {
    JsonNode lead = api.routed(Leads.german("Warum Antriebe GmbH"));
    browser.logIn("lena");
    browser.open("/leads/" + lead.path("leadId").asText());
    browser.click(By.partialLinkText("why not elsewhere"));
    assertThat(browser.find(By.id("explanation")).getText())
        .contains("routing/company", "routing/units/emea");
    browser.find(By.cssSelector("#why-not [name=id]")).sendKeys("emea-inside-sales");
    browser.click(By.xpath("//button[.='Ask']"));
    browser.find(By.id("answer"));
    assertThat(browser.find(By.id("why-not")).getText()).contains("EMEA-900", "lower number");
    browser.picture("why");
  }

  @Test
  void theRulesDecideAgainAboutThePast() {
    api.routed(Leads.german("Gestern Antriebe GmbH"));
    browser.logIn("lena");
    browser.open("/replays");
    browser.type(By.name("from"), LocalDate.now(ZoneOffset.UTC).minusDays(1));
    browser.leaveBy(By.xpath("//button[.='Decide again']"));
    browser.until(
        ignored -> {
          boolean waits = !browser.all(By.id("waits")).isEmpty();
          if (waits) {
            browser.refresh();
          }
          return !waits;
        });
    assertThat(browser.find(By.id("sum")).getText()).contains("would have ended elsewhere");
    assertThat(browser.all(By.cssSelector(".chart canvas"))).isNotEmpty();
    browser.picture("replay");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  @Test
  void rulePagesFitAPhone() {
    JsonNode lead = api.routed(Leads.german("Telefon Antriebe GmbH"));
    browser.resize(PHONE, 900);
    browser.logIn("lena");
    String why = "/leads/" + lead.path("leadId").asText() + "/why?kind=team&id=emea-inside-sales";
    for (String path :
        new String[] {"/rules", "/rules/routing~units~emea", "/try", "/replays", why}) {
      browser.open(path);
      assertThat(browser.widestContent()).as(path).isLessThanOrEqualTo(PHONE);
    }
  }
}
