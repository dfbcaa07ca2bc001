package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which managers see how fair their pools are, and set them up. */
@RunningDemo
class PoolPagesTests {

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
  void aManagerSeesHowFairAPoolWasAndSetsItUp() {
    for (int lead = 0; lead < 3; lead++) {
      api.routed(Leads.german("Werk " + lead + " Fairness GmbH"));
    }
    browser.logIn("lena");
    browser.open("/pools");
    assertThat(browser.text()).contains("DACH Enterprise", "round robin");
    browser.click(By.linkText("DACH Enterprise"));
    assertThat(browser.find(By.id("fairness")).getText())
        .contains("Anna Keller", "Kim Nguyen", "Jonas Weber", "Target");
    assertThat(browser.find(By.cssSelector(".chart canvas")).getSize().getHeight())
        .isGreaterThan(40);
    browser.picture("pool");

    browser.find(By.cssSelector("#member-kim [name=caps]")).sendKeys("many a day");
    browser.click(By.cssSelector("#member-kim button"));
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText())
        .contains("caps", "3 a day", "many a day");

    browser
        .find(By.cssSelector("#member-kim [name=caps]"))
        .sendKeys("30 a day, 9 of grade A a week");
    browser.click(By.cssSelector("#member-kim button"));
    browser.gone(By.cssSelector("[role=alert]"));
    assertThat(value(By.cssSelector("#member-kim [name=caps]")))
        .isEqualTo("30 a day, 9 of grade A a week");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  @Test
  void aMemberSeesHisPoolButDoesNotSetItUpAndSeesNoOther() {
    browser.logIn("kim");
    browser.open("/pools/dach-enterprise");
    assertThat(browser.text()).contains("Managers of the team change this.");
    assertThat(browser.all(By.cssSelector("#settings button"))).isEmpty();
    browser.open("/pools/americas-inside-sales");
    assertThat(browser.text()).contains("There is nothing here");
  }

  @Test
  void aManagerEntersAnAbsenceWithASubstitute() {
    browser.logIn("lena");
    browser.open("/teams/emea-inside-sales");
    LocalDate first = LocalDate.now().plusYears(1);
    date("from", first);
    date("until", first.plusDays(4));
    browser.click(By.xpath("//button[.='Enter the absence']"));
    assertThat(browser.find(By.cssSelector("#absences table")).getText())
        .contains(first.toString(), first.plusDays(4).toString());
    browser.picture("team");
    browser.click(By.xpath("//section[@id='absences']//button[.='Cancel']"));
    browser.gone(By.cssSelector("#absences table"));
  }

  @Test
  void poolsAndTeamsFitAPhone() {
    browser.resize(PHONE, 900);
    browser.logIn("lena");
    for (String path :
        new String[] {"/pools", "/pools/dach-enterprise", "/teams/dach-enterprise"}) {
      browser.open(path);
      assertThat(browser.widestContent()).as(path).isLessThanOrEqualTo(PHONE);
    }
    browser.picture("team-on-a-phone");
  }

  private String value(By by) {
    WebElement field = browser.find(by);
    return field.getDomProperty("value");
  }

  private void date(String name, LocalDate day) {
    browser.type(By.name(name), day);
  }
}
