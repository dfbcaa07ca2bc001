package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * Takes the pictures of the README from the running demo. No test: its name keeps it out of the
 * build.
 */
@ActiveProfiles("demo")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:pictures;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "leadflow.demo.password=" + RunningDemo.PASSWORD,
      "leadflow.administrator.password="
    })
class Pictures {

  /** How many leads of the demo are qualified by themselves. */
  private static final int QUALIFIED = 10;

  private static final Path PICTURES = Path.of(System.getProperty("pictures", "src/docs/pictures"));

  @LocalServerPort int port;
  @TempDir Path profile;

  @Test
  void takesThePicturesOfTheReadme() {
    var api = new Api(port);
    try (var browser = new Browser(profile, port)) {
      browser.until(ignored -> theDemoHasComeToRest(api));

      browser.logIn("lena");
      browser.resize(1280, 900);
      browser.open("/leads?state=open&sort=score");
      browser.picture(PICTURES, "console");

      browser.logOut();
      browser.logIn("james");
      var tasklist = new Tasklist(browser).list("My team's leads");
      tasklist.open("Courtage Exemple");
      assertThat(tasklist.card()).contains("Geneviève Tremblay");
      browser.picture(PICTURES, "tasklist");

      tasklist.claim().list("My leads").open("Courtage Exemple");
      tasklist.choose("Qualified").select("Currency", "CAD").write("Estimated", "64000");
      browser.picture(PICTURES, "form");

      browser.logOut();
      browser.logIn("anna");
      browser.resize(1280, 1500);
      browser.open("/leads");
      browser.click(By.xpath("//tr[contains(.,'Albrecht Maschinenbau')]//a"));
      browser.find(By.id("decisions"));
      browser.picture(PICTURES, "lead");

      browser.open("/");
      browser.resize(1280, 900);
      browser.picture(PICTURES, "start");

      browser.logOut();
      browser.logIn("lena");
      browser.open("/reports/sources");
      browser.resize(1280, 1200);
      browser.until(
          page ->
              !page.findElements(By.xpath("//tr[th='All' or td='All']/td[.='5']")).isEmpty()
                  || reloaded(browser));
      browser.picture(PICTURES, "reports");

      browser.logOut();
      browser.logIn("admin");
      browser.resize(1280, 900);
      browser.open("/operations");
      browser.until(
          page -> page.findElements(By.xpath("//td[.='alive']")).size() == 1 || reloaded(browser));
      browser.picture(PICTURES, "operations");
    }
  }

  /** A node says that it is there some seconds after its start. */
  private static boolean reloaded(Browser browser) {
    browser.refresh();
    return false;
  }

  /** Every open lead is scored, and those that go on to their end have come there. */
  private static boolean theDemoHasComeToRest(Api api) {
    JsonNode open = api.get("admin", "/leads?stateCode=0&size=200").path("items");
    return api.get("admin", "/leads?stateCode=1").path("total").asInt() >= QUALIFIED
        && StreamSupport.stream(open.spliterator(), false).allMatch(lead -> lead.has("score"));
  }
}
