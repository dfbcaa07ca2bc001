package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every kind of page, as a program reads it to somebody, at the width of a desk and of a phone. */
@RunningDemo
class AccessibilityTests {

  private static final int DESK = 1280;
  private static final int PHONE = 500;

  /**
   * What everybody sees of the pages of ours, for the administrator; {lead} is one of his leads.
   */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/leads",
          "/leads?due=overdue&q=nobody+has+this+name&score=much",
          "/leads/{lead}",
          "/leads/{lead}/why",
          "/leads/{lead}/card",
          "/opportunities/{opportunity}",
          "/imports",
          "/pools",
          "/pools/dach-enterprise",
          "/rules",
          "/rules/scoring",
          "/try",
          "/replays",
          "/web-forms",
          "/webhooks",
          "/organization",
          "/organization/import",
          "/units/emea",
          "/teams/dach-enterprise",
          "/users",
          "/users/anna",
          "/partners/nordwind",
          "/calendars",
          "/calendars/berlin-office",
          "/operations",
          "/processes",
          "/processes/lead-routing",
          "/leads/{lead}/process",
          "/reports",
          "/reports/sources",
          "/reports/speed",
          "/reports/fairness",
          "/reports/costs",
          "/nowhere");

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
  void everyPageCanBeReadToSomebodyAndFitsAPhone() {
    JsonNode lead = api.routed(Leads.german("Vogel Antriebe GmbH"));
    JsonNode other = api.routed(Leads.german("Hebetechnik Brandis AG"));
    String opportunity = api.qualified(other.path("leadId").asText());
    List<String> faults = new ArrayList<>();
    browser.open("/login");
    look("/login", faults);
    browser.logIn("admin");
    for (String page : PAGES) {
      String path =
          page.replace("{lead}", lead.path("leadId").asText())
              .replace("{opportunity}", opportunity);
      browser.resize(DESK, 1000);
      browser.open(path);
      look(page, faults);
      browser.resize(PHONE, 900);
      look(page + " on a phone", faults);
      if (browser.widestContent() > PHONE) {
        faults.add(page + " is " + browser.widestContent() + " wide on a phone");
      }
    }
    assertThat(faults).as(String.join("\n", faults)).isEmpty();
  }

  @Test
  void whatIsRefusedIsReadToo() {
    JsonNode lead = api.routed(Leads.german("Vogel Antriebe GmbH"));
    List<String> faults = new ArrayList<>();
    browser.logIn("lena");
    browser.open("/leads/" + lead.path("leadId").asText());
    browser.click(By.cssSelector("#wait summary"));
    look("a lead with an open form", faults);
    browser.run("document.querySelector('#wait form').noValidate = true");
    browser.leaveBy(By.cssSelector("#wait form button"));
    assertThat(browser.find(By.id("wrong-wait-until")).getText()).isEqualTo("must be chosen");
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText()).contains("not as they must");
    look("a refused lead", faults);
    browser.picture("lead-refused");

    browser.open("/leads");
    browser.click(By.cssSelector("#chosen input[name=lead]"));
    browser.leaveBy(By.cssSelector("#chosen button[value=disqualify]"));
    look("the chosen leads", faults);
    browser.picture("leads-chosen");
    assertThat(faults).as(String.join("\n", faults)).isEmpty();
  }

  @Test
  void theListIsUsedWithoutAMouse() {
    api.routed(Leads.german("Vogel Antriebe GmbH"));
    api.routed(Leads.german("Vogel Antriebe GmbH"));
    browser.logIn("lena");
    browser.open("/leads");

    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("Skip to the content");
    browser.press(Keys.ENTER);
    browser.press("/");
    browser.press("vogel");
    browser.press(Keys.ENTER);
    browser.find(By.cssSelector("#search[value='vogel']"));
    assertThat(browser.address()).contains("q=vogel");
    assertThat(browser.find(By.tagName("table")).getText()).contains("Vogel Antriebe");
    browser.find(By.cssSelector("#chosen input[name=lead]")).sendKeys(Keys.SPACE);
    assertThat(browser.find(By.id("how-many")).getText()).isEqualTo("1 chosen");
    browser.find(By.id("all")).sendKeys(Keys.SPACE);
    assertThat(browser.find(By.id("how-many")).getText())
        .endsWith(" chosen")
        .isNotEqualTo("1 chosen");
    assertThat(browser.complaints()).isEmpty();
  }

  private void look(String page, List<String> faults) {
    Axe.faults(browser).forEach(fault -> faults.add(page + " " + fault));
  }
}
