package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which files of leads are sent, read, started and watched. */
@RunningDemo
class ImportPagesTests {

  private static final int PHONE = 500;
  private static final String SALESFORCE =
      "Lead ID,First Name,Last Name,Company,Email,City,Country,Lead Source,Rating\n";

  @LocalServerPort int port;
  @TempDir Path profile;
  @TempDir Path files;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(profile, port);
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aFileIsSentReadExplainedStartedAndItsRejectedRowsAreFetched() throws IOException {
    String source = "fair " + UUID.randomUUID();
    browser.logIn("lena");
    browser.click(By.linkText("Imports"));
    browser.find(By.name("source")).sendKeys(source);
    choose(
        file(
            "salesforce.csv",
            SALESFORCE
                + rows(1, 30, "Barter Club,Hot")
                + "31,Eve,Adler,Adler GmbH,no mail,Köln,Germany,Barter Club,Hot\n"));

    assertThat(browser.find(By.id("found")).getText())
        .contains("31 rows", "9 columns", "UTF-8", "commas", "with headings");
    assertThat(browser.find(By.id("preview")).getText()).contains("Lead ID", "Vogel1", "Köln");
    assertThat(browser.find(By.cssSelector("#preview th")).getRect().getX())
        .as("a heading stands above its cells")
        .isEqualTo(browser.find(By.cssSelector("#preview td")).getRect().getX());
    assertThat(field(3).getDomProperty("value")).isEqualTo("companyName");
    WebElement words = browser.all(By.name("words")).get(7);
    assertThat(words.getDomProperty("value")).contains("Barter Club = ");
    browser.click(By.id("start"));
    assertThat(browser.find(By.cssSelector("main [role=alert]")).getText())
        .contains("Some words are none of ours");
    browser.find(By.name("anyway"));
    words = browser.all(By.name("words")).get(7);
    words.clear();
    words.sendKeys("Barter Club = Nowhere");
    browser.picture("import-columns");
    browser.click(By.id("start"));

    browser.find(By.cssSelector("[data-state=done]"));
    assertThat(browser.find(By.id("progress")).getText()).contains("31 of 31 rows");
    browser.click(By.partialLinkText("Rejected 31"));
    assertThat(browser.find(By.id("rows")).getText()).contains("Lead Source: must be one of");
    assertThat(browser.find(By.id("rejected")).getDomProperty("href")).endsWith("/rejected.csv");
    browser.picture("import-rejected");

    browser.click(By.linkText("Imports"));
    browser.find(By.name("source")).sendKeys(source);
    choose(file("again.csv", SALESFORCE + rows(1, 30, "Barter Club,Hot")));
    words = browser.all(By.name("words")).get(7);
    assertThat(words.getDomProperty("value"))
        .as("remembered of this source")
        .contains("Barter Club = Nowhere");
    words.clear();
    words.sendKeys("Barter Club = External Referral");
    browser.click(By.id("start"));
    browser.find(By.cssSelector("[data-state=done]"));
    browser.click(By.partialLinkText("Created 30"));
    browser.picture("import-done");
    browser.click(By.linkText("Open the lead"));
    assertThat(browser.text()).contains("External Referral");

    browser.open("/imports");
    assertThat(browser.find(By.id("imports")).getText())
        .contains("salesforce.csv", "again.csv", source);
    browser.picture("imports");
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  @Test
  void whatIsNoCsvIsRefusedInASentenceOnThePage() throws IOException {
    browser.logIn("anna");
    for (String[] wrong :
        new String[][] {
          {"leads.xlsx", "Excel workbook (xlsx)"},
          {"leads.zip", "zip archive"},
          {"picture.png", "image/png"},
          {"empty.csv", "The file is empty."},
          {"headings.csv", "headings and no rows"},
          {"quote.csv", "line 3 is never closed"}
        }) {
      browser.open("/imports");
      choose(wrong(wrong[0]));
      assertThat(browser.find(By.cssSelector("[role=alert]")).getText())
          .as(wrong[0])
          .contains(wrong[1]);
    }
    browser.picture("import-refused");
  }

  @Test
  void oneThatIsTooLargeIsNotEvenSent() throws IOException {
    Path large = files.resolve("large.csv");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(2L * 1024 * 1024 * 1024);
    }
    browser.logIn("anna");
    browser.open("/imports");
    browser.find(By.name("file")).sendKeys(large.toString());
    assertThat(browser.find(By.id("too-large")).getText()).contains("too large");
    browser.click(By.cssSelector("#send button"));
    assertThat(browser.find(By.tagName("h1")).getText()).isEqualTo("Imports");
  }

  @Test
  void whatIsLeftOutAndMattersIsToldBeforeTheStart() throws IOException {
    browser.logIn("anna");
    browser.open("/imports");
    choose(
        file(
            "leads.csv",
            "Leads of March\n\nLast Name,Company,Email,Lead Status,Newsletter opt-out\nVogel,AG,,Closed - Converted,x\n"));
    assertThat(browser.find(By.id("found")).getText()).contains("with headings below 1 row");
    assertThat(browser.find(By.id("nos")).getText()).contains("Newsletter opt-out");
    assertThat(browser.find(By.id("states")).getText()).contains("Lead Status");
  }

  @Test
  void aFileThatIsReadWrongIsReadAgainAsOneSays() throws IOException {
    browser.logIn("anna");
    browser.open("/imports");
    choose(
        file(
            "list.csv",
            "Müller;Köln;1,5\nKern;Bonn;2,5\n".getBytes(Charset.forName("windows-1252"))));
    browser.click(By.xpath("//summary[contains(.,'does not look right')]"));
    browser.click(By.cssSelector("[name=header] option[value=false]"));
    browser.click(By.cssSelector("[name=charset] option[value='windows-1252']"));
    browser.click(By.xpath("//button[.='Read it like this']"));
    assertThat(browser.find(By.id("found")).getText()).contains("windows-1252", "without headings");
    assertThat(browser.find(By.id("preview")).getText()).contains("Müller");
    assertThat(browser.find(By.id("missing")).getText()).contains("Last Name");

    browser.click(By.id("start"));
    assertThat(browser.find(By.cssSelector("main [role=alert]")).getText())
        .contains("Last Name: needs a column or a constant");
    choose(0, "lastName");
    choose(1, "lastName");
    browser.click(By.id("start"));
    assertThat(browser.find(By.cssSelector("main [role=alert]")).getText())
        .contains("Column 2: has two columns");
    choose(1, "address1City");
    browser.click(By.id("start"));
    browser.find(By.cssSelector("[data-state=done]"));
    assertThat(browser.find(By.id("rows")).getText()).contains("Created 2");
  }

  @Test
  void anImportRestsGoesOnAndEndsByItsButtons() throws IOException {
    browser.logIn("anna");
    browser.open("/imports");
    choose(file("many.csv", SALESFORCE + rows(1, 3000, "Web,Hot")));
    browser.leaveBy(By.id("start"));
    assertThat(browser.find(By.cssSelector("main [role=alert]")).getText())
        .contains("source: must name the system the file comes from");
    browser.find(By.name("source")).sendKeys("many " + UUID.randomUUID());
    browser.click(By.id("start"));
    browser.click(By.xpath("//button[.='Pause']"));
    browser.find(By.cssSelector("[data-state=paused]"));
    browser.picture("import-paused");
    browser.click(By.xpath("//button[.='Go on']"));
    browser.find(By.cssSelector("[data-state=running]"));
    String before = browser.find(By.cssSelector("#progress strong")).getText();
    browser.until(
        ignored -> !browser.find(By.cssSelector("#progress strong")).getText().equals(before));
    browser.picture("import-running");
    browser.click(By.xpath("//button[contains(.,'Cancel')]"));
    browser.find(By.cssSelector("[data-state=cancelled]"));
    browser.click(By.xpath("//button[contains(.,'Forget it')]"));
    assertThat(browser.find(By.tagName("h1")).getText()).isEqualTo("Imports");
  }

  @Test
  void aRunningImportLeavesTheKeyboardWhereItIsAndTellsOfItselfSparingly() throws IOException {
    browser.logIn("anna");
    browser.open("/imports");
    choose(file("keyboard.csv", SALESFORCE + rows(1, 9000, "Web,Hot")));
    browser.find(By.name("source")).sendKeys("keyboard " + UUID.randomUUID());
    browser.leaveBy(By.id("start"));
    browser.find(By.cssSelector("[data-state=running]"));
    browser.run("document.querySelector('#rows nav a').focus()");
    browser.run(
        "window.told = []; new MutationObserver(() => told.push(document.getElementById('told')"
            + ".textContent)).observe(document.getElementById('told'), {childList: true})");
    String before = progress();
    browser.until(ignored -> !progress().equals(before));

    assertThat(browser.focused().getText()).startsWith("All");
    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).startsWith("Created");
    browser.run("document.activeElement.blur()");
    String rows = browser.find(By.id("rows")).getText();
    browser.until(ignored -> !browser.find(By.id("rows")).getText().equals(rows));
    assertThat(browser.all(By.cssSelector("[role=status]")).get(0).getDomProperty("textContent"))
        .matches("\\d?0 % of the rows are done");
    assertThat((List<?>) browser.runAndWait("arguments[arguments.length - 1](window.told)"))
        .doesNotHaveDuplicates();
    browser.leaveBy(By.xpath("//button[contains(.,'Cancel')]"));
    browser.leaveBy(By.xpath("//button[contains(.,'Forget it')]"));
  }

  private String progress() {
    return browser.find(By.cssSelector("#progress strong")).getText();
  }

  @Test
  void otherPeoplesFilesAreNotThere() throws IOException {
    browser.logIn("freja");
    browser.open("/imports");
    choose(file("secret.csv", SALESFORCE + rows(1, 1, "Web,Hot")));
    String page = browser.address();
    browser.logOut();
    browser.logIn("anna");
    browser.open(page);
    assertThat(browser.text()).contains("There is nothing here");
    browser.open("/imports");
    assertThat(browser.text()).doesNotContain("secret.csv");
  }

  @Test
  void importPagesFitAPhone() throws IOException {
    browser.resize(PHONE, 900);
    browser.logIn("lena");
    browser.open("/imports");
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    String heading =
        IntStream.rangeClosed(1, 40).mapToObj(i -> "Column " + i).collect(Collectors.joining(","));
    choose(
        file(
            "a".repeat(150) + ".csv",
            SALESFORCE.strip() + "," + heading + "\n" + rows(1, 2, "Web,Hot")));
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    browser.picture("import-columns-on-a-phone");
    browser.find(By.name("source")).sendKeys("phone " + UUID.randomUUID());
    browser.click(By.id("start"));
    browser.find(By.cssSelector("[data-state=done]"));
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    browser.picture("import-on-a-phone");
    browser.open("/imports");
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    browser.picture("imports-on-a-phone");
  }

  private void choose(Path file) {
    browser.find(By.name("file")).sendKeys(file.toString());
    browser.leaveBy(By.cssSelector("#send button"));
  }

  private void choose(int column, String field) {
    browser.click(
        By.xpath("(//select[@name='field'])[%d]/option[@value='%s']".formatted(column + 1, field)));
  }

  private WebElement field(int column) {
    return browser.all(By.name("field")).get(column);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(files.resolve(name), bytes);
  }

  private static String rows(int from, int to, String end) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(
            i ->
                "%d,Petra,Vogel%d,Vogel %d Antriebe GmbH,petra%d@vogel%d.example,Köln,Germany,%s\n"
                    .formatted(i, i, i, i, i, end))
        .collect(Collectors.joining());
  }

  private Path wrong(String name) throws IOException {
    return switch (name) {
      case "leads.xlsx" -> zip(name, "[Content_Types].xml", "xl/workbook.xml");
      case "leads.zip" -> zip(name, "leads.csv");
      case "picture.png" ->
          file(name, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
      case "headings.csv" -> file(name, SALESFORCE);
      case "quote.csv" -> file(name, "Last Name,City\nVogel,Köln\n\"Kern,Bonn\n");
      default -> file(name, "");
    };
  }

  private Path zip(String name, String... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    return file(name, bytes.toByteArray());
  }
}
