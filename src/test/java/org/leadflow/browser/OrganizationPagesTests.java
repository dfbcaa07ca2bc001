package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which the organisation is administered. */
@RunningDemo
class OrganizationPagesTests {

  private static final int PHONE = 500;

  @LocalServerPort int port;
  @TempDir Path profile;
  @TempDir Path files;
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
  void anAdministratorCreatesACalendarAndGivesItToAUnit() {
    browser.logIn("admin");
    browser.click(By.linkText("Organization"));
    browser.click(By.xpath("//summary[.='A unit']"));
    type("#new form[action$='/units'] [name=id]", "nordics");
    type("#new form[action$='/units'] [name=name]", "Nordic countries");
    choose("#new form[action$='/units'] [name=parentId]", "emea");
    browser.click(By.xpath("//button[.='Add the unit']"));
    assertThat(browser.find(By.id("unit-emea")).getText()).contains("Nordic countries");

    browser.open("/calendars");
    type("[name=id]", "oslo");
    type("[name=name]", "Office in Oslo");
    type("[name=timeZone]", "Europe/Oslo");
    type("[name=holidays]", "no");
    type("[name=fri]", "09:00-12:00, 11:00-15:00");
    browser.click(By.xpath("//button[.='Add the calendar']"));
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText())
        .contains("hours: 09:00-12:00 and 11:00-15:00 overlap on Friday");
    assertThat(value("[name=name]")).isEqualTo("Office in Oslo");
    type("[name=fri]", "09:00-12:00, 13:00-15:00");
    browser.click(By.xpath("//button[.='Add the calendar']"));
    browser.find(By.xpath("//h1[.='Office in Oslo']"));
    assertThat(value("[name=mon]")).isEqualTo("09:00-17:00");
    assertThat(value("[name=fri]")).isEqualTo("09:00-12:00, 13:00-15:00");
    type("[name=sat]", "10:00-12:00");
    browser.click(By.xpath("//button[.='Save']"));
    browser.find(By.xpath("//h1[.='Office in Oslo']"));
    assertThat(value("[name=sat]")).isEqualTo("10:00-12:00");
    browser.picture("calendar");

    browser.open("/organization/units/nordics");
    choose("[name=calendarId]", "oslo");
    browser.click(By.xpath("//button[.='Save']"));
    assertThat(browser.find(By.id("unit-nordics")).getText()).contains("works by Office in Oslo");
    browser.picture("organization");
    assertThat(api.get("admin", "/organization/units/nordics").path("calendarId").asText())
        .isEqualTo("oslo");

    browser.open("/calendars/oslo");
    browser.click(By.xpath("//button[.='Delete the calendar']"));
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText())
        .contains("1 units and users work by this calendar");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  @Test
  void anAdministratorCreatesAUserAndSwitchesHimOff() {
    browser.logIn("admin");
    browser.open("/users");
    type("#new [name=id]", "nora");
    type("#new [name=name]", "Nora Berg");
    choose("#new [name=place]", "partner:nordwind");
    type("#new [name=skills]", "language=no, german");
    browser.click(By.xpath("//button[.='Add the user']"));
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText())
        .contains("skills: must be like", "german");
    type("#new [name=skills]", "language=no, language=en");
    browser.click(By.xpath("//button[.='Add the user']"));
    browser.find(By.xpath("//h1[contains(., 'Nora Berg')]"));
    assertThat(value("#record [name=place]")).isEqualTo("partner:nordwind");
    assertThat(value("#record [name=skills]")).isEqualTo("language=en, language=no");
    assertThat(browser.find(By.cssSelector("[value=SELLER]")).isSelected()).isTrue();

    type("#record [name=email]", "nora.berg@nordwind.example");
    browser.click(By.cssSelector("#record button"));
    browser.find(By.xpath("//h1[contains(., 'Nora Berg')]"));
    assertThat(value("#record [name=email]")).isEqualTo("nora.berg@nordwind.example");
    browser.find(By.name("password")).sendKeys(RunningDemo.PASSWORD);
    browser.click(By.xpath("//button[.='Set the password']"));
    assertThat(browser.find(By.cssSelector("[role=status]")).getText())
        .isEqualTo("The password is set.");
    assertThat(api.get("nora", "/organization/users").path("total").asInt()).isEqualTo(1);
    browser.picture("user");

    JsonNode lead = api.routed(Leads.german("Werk Nord GmbH"));
    api.assign(lead.path("leadId").asText(), "nora");
    browser.click(By.xpath("//button[.='Switch him off']"));
    assertThat(browser.find(By.cssSelector("[role=status]")).getText())
        .contains("One open lead is his still");
    assertThat(browser.find(By.tagName("h1")).getText()).contains("switched off");
    browser.picture("user-switched-off");
    browser.open("/users?text=nora");
    assertThat(browser.find(By.cssSelector("table")).getText())
        .contains("Nora Berg", "switched off", "Nordwind Systemhaus")
        .doesNotContain("Anna");
    browser.picture("users");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  @Test
  void anImportIsTriedAndItsMistakeIsReadAndMended() throws IOException {
    browser.logIn("admin");
    browser.open("/organization");
    browser.click(By.linkText("Import a file"));
    String stored = value("[name=text]");
    assertThat(stored).contains("\nteams:\n", "DACH Enterprise");
    Path file =
        Files.writeString(
            files.resolve("organization.yaml"),
            stored.replace(
                "\nteams:\n",
                "\nteams:\n  - {id: benelux, name: Benelux, unit: emae, members: [marie]}\n"));
    browser.find(By.name("file")).sendKeys(file.toString());
    browser.click(By.xpath("//button[starts-with(., 'Try it')]"));
    assertThat(browser.find(By.id("findings")).getText()).contains("names the unit 'emae'");
    assertThat(browser.all(By.xpath("//button[.='Import it']"))).isEmpty();
    browser.picture("import-with-a-mistake");

    type("[name=text]", value("[name=text]").replace("emae", "emea"));
    browser.click(By.xpath("//button[starts-with(., 'Try it')]"));
    browser.find(By.xpath("//h2[.='What would change']"));
    assertThat(browser.find(By.id("changes")).getText()).contains("team", "benelux", "new");
    browser.picture("import-tried");
    browser.click(By.xpath("//button[.='Import it']"));
    browser.find(By.xpath("//h2[.='Imported']"));
    assertThat(api.get("admin", "/organization/teams/benelux/record").path("name").asText())
        .isEqualTo("Benelux");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  @Test
  void aManagerSeesOnlyHisPeopleAndChangesNothingOfTheOrganization() {
    api.post(
        "admin",
        "/organization/users",
        """
        {"id": "mira", "name": "Mira Sand", "businessUnitId": "emea", "roles": ["MANAGER"]}
        """);
    browser.logIn("admin");
    browser.open("/users/mira");
    browser.find(By.name("password")).sendKeys(RunningDemo.PASSWORD);
    browser.click(By.xpath("//button[.='Set the password']"));
    browser.find(By.cssSelector("[role=status]"));
    browser.logOut();

    browser.logIn("mira");
    browser.click(By.linkText("Organization"));
    assertThat(browser.find(By.id("tree")).getText()).contains("DACH Enterprise", "Americas");
    assertThat(browser.all(By.id("new"))).isEmpty();
    assertThat(browser.all(By.linkText("change"))).isEmpty();
    assertThat(browser.all(By.cssSelector("#team-americas-inside-sales a"))).hasSize(1);
    assertThat(browser.all(By.cssSelector("#team-dach-enterprise a"))).hasSize(2);
    browser.open("/users");
    assertThat(browser.find(By.cssSelector("table")).getText())
        .contains("Anna Keller", "Freja Lindqvist")
        .doesNotContain("James Carter", "Lena Brandt");
    browser.open("/users/james");
    assertThat(browser.text()).contains("There is nothing here");
    browser.open("/organization/import");
    assertThat(browser.text()).contains("You may not see this");

    browser.open("/users/luca");
    assertThat(browser.all(By.id("record"))).isEmpty();
    type("#skills [name=skills]", "language=it, language=en, product=crm");
    browser.click(By.cssSelector("#skills button"));
    browser.find(By.xpath("//h1[contains(., 'Luca Moretti')]"));
    assertThat(browser.find(By.id("facts")).getText()).contains("product=crm");
    browser.picture("user-for-his-manager");
  }

  @Test
  void aSellerEntersHisOwnAbsence() {
    browser.logIn("sofia");
    assertThat(browser.all(By.linkText("Organization"))).isEmpty();
    browser.click(By.linkText("My absences"));
    LocalDate first = LocalDate.now().plusYears(2);
    browser.type(By.name("from"), first);
    browser.type(By.name("until"), first.minusDays(1));
    browser.click(By.xpath("//button[.='Enter the absence']"));
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText()).contains("until");

    browser.type(By.name("from"), first);
    browser.type(By.name("until"), first.plusDays(4));
    type("[name=substituteId]", "luca");
    type("[name=reason]", "Holiday");
    browser.click(By.xpath("//button[.='Enter the absence']"));
    assertThat(browser.find(By.cssSelector("#absences table")).getText())
        .contains(first.toString(), first.plusDays(4).toString(), "Luca Moretti", "Holiday");
    browser.picture("my-absences");
    browser.click(By.xpath("//section[@id='absences']//button[.='Cancel']"));
    browser.gone(By.cssSelector("#absences table"));
    browser.open("/users/anna");
    assertThat(browser.text()).contains("There is nothing here");
  }

  @Test
  void theOrganizationFitsAPhone() {
    browser.resize(PHONE, 900);
    browser.logIn("admin");
    for (String path :
        new String[] {
          "/",
          "/organization",
          "/organization/units/emea",
          "/organization/partners/nordwind",
          "/organization/import",
          "/calendars",
          "/calendars/three-days",
          "/teams/dach-enterprise",
          "/users",
          "/users/anna"
        }) {
      browser.open(path);
      assertThat(browser.widestContent()).as(path).isLessThanOrEqualTo(PHONE);
      browser.picture(("phone" + path).replace('/', '-'));
    }
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  private String value(String css) {
    return browser.find(By.cssSelector(css)).getDomProperty("value");
  }

  private void type(String css, String text) {
    WebElement field = browser.find(By.cssSelector(css));
    field.clear();
    field.sendKeys(text);
  }

  private void choose(String css, String value) {
    browser.click(By.cssSelector(css + " option[value='" + value + "']"));
  }
}
