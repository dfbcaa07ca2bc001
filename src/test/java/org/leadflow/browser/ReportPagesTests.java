package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.reporting.Counting;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which managers look at what leads were worth. */
@RunningDemo
class ReportPagesTests {

  private static final int PHONE = 500;
  private static final String[] PAGES = {
    "/reports",
    "/reports/sources?by=month",
    "/reports/speed",
    "/reports/deadlines",
    "/reports/fairness",
    "/reports/rules",
    "/reports/costs"
  };

  @LocalServerPort int port;
  @TempDir Path profile;
  @Autowired Counting counting;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(profile, port);
    new Api(port).routed(Leads.german("Werk Reports GmbH"));
    counting.count();
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aManagerLooksAtEveryReportAndEntersACost() {
    browser.logIn("lena");
    browser.click(By.linkText("Reports"));
    assertThat(browser.find(By.tagName("h1")).getText()).isEqualTo("Reports");
    for (String page : PAGES) {
      browser.open(page);
      browser.find(By.tagName("h1"));
      // Where nobody contacted a lead or met a deadline yet there is nothing to draw.
      if (page.equals("/reports") || page.contains("sources") || page.contains("rules")) {
        assertThat(browser.find(By.cssSelector(".chart canvas")).getSize().getHeight())
            .as(page)
            .isGreaterThan(40);
      }
    }
    browser.open("/reports/costs");
    browser.find(By.cssSelector("[name=sourceCode] option[value='7']")).click();
    browser.find(By.cssSelector("[name=unitId] option[value=emea]")).click();
    browser.find(By.name("amount")).sendKeys("many");
    browser.type(By.name("firstDay"), LocalDate.now());
    browser.type(By.name("lastDay"), LocalDate.now());
    browser.click(By.xpath("//button[.='Enter']"));
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText()).contains("amount");
    browser.find(By.name("amount")).clear();
    browser.find(By.name("amount")).sendKeys("1250.5");
    browser.click(By.xpath("//button[.='Enter']"));
    assertThat(browser.find(By.cssSelector("#costs table")).getText()).contains("1,250.50");

    browser.open("/reports/sources");
    browser.find(By.cssSelector("[name=by] option[value=unit]")).click();
    browser.leaveBy(By.xpath("//button[.='Show']"));
    assertThat(browser.address()).contains("by=unit");
    assertThat(browser.find(By.id("cost")).getText()).contains("Cost (EUR)");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
    browser.picture("report-sources");
  }

  @Test
  void reportsFitAPhone() {
    browser.resize(PHONE, 900);
    browser.logIn("lena");
    for (String page : PAGES) {
      browser.open(page);
      assertThat(browser.widestContent()).as(page).isLessThanOrEqualTo(PHONE);
    }
    browser.picture("report-on-a-phone");
  }
}
