package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A manager makes a form, strangers fill it here and on another site, and he decides what is spam.
 */
@RunningDemo
class WebFormPagesTests {

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
  void aManagerMakesAFormAndAStrangerFillsItOnAPhone() throws InterruptedException {
    browser.logIn("lena");
    browser.click(By.id("web-forms"));
    browser.find(By.name("formId")).sendKeys("contact");
    browser.find(By.cssSelector("#new [name=title]")).sendKeys("Talk to us");
    browser.find(By.cssSelector("#new [name=introduction]")).sendKeys("We call back within a day.");
    browser.find(By.cssSelector("#new [name=consentText]")).sendKeys("You may write to me.");
    browser.click(By.xpath("//button[.='Add the form']"));
    assertThat(browser.find(By.cssSelector("textarea.code")).getText())
        .contains("/web-to-lead/contact", "name=\"last_name\"");
    browser.picture("web-form");
    browser.resize(PHONE, 900);
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    browser.logOut();

    browser.open("/web-to-lead/contact");
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    assertThat(browser.text()).contains("Talk to us", "Last name *").doesNotContain("Log in");
    browser.picture("web-to-lead-phone");
    browser.find(By.name("last_name")).sendKeys("Fremder");
    browser.find(By.name("email")).sendKeys("no mail");
    browser.click(By.cssSelector("main button"));
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText()).contains("correct");
    assertThat(browser.find(By.name("last_name")).getAttribute("value")).isEqualTo("Fremder");
    browser.picture("web-to-lead-wrong");
    browser.find(By.name("email")).clear();
    browser.find(By.name("email")).sendKeys("fremder@x.example");
    browser.find(By.name("description")).sendKeys("<script>alert(1)</script>");
    Thread.sleep(2100);
    browser.click(By.cssSelector("main button"));
    assertThat(browser.find(By.cssSelector("[role=status]")).getText()).contains("received");
    browser.picture("web-to-lead-thanks");

    assertThat(api.get("admin", "/leads?size=200").toString()).contains("fremder@x.example");
    assertThat(browser.complaints().stream().filter(each -> !each.contains("422"))).isEmpty();
  }

  @Test
  void theSnippetWorksOnAnotherSiteWithAndWithoutScripts() throws Exception {
    api.post(
        "lena",
        "/web-forms",
        """
        {"formId": "snippet", "title": "Newsletter", "active": true, "language": "de",
         "fields": ["last_name", "email"]}
        """);
    String html = api.get("lena", "/web-forms/snippet/snippet").path("html").asText();
    HttpServer site = siteWith(html);
    try {
      String address = "http://127.0.0.1:" + site.getAddress().getPort();
      browser.openElsewhere(address + "/with");
      browser.until(
          page -> !browser.all(By.name("lf_token")).get(0).getAttribute("value").isEmpty());
      browser.picture("web-to-lead-elsewhere");
      browser.find(By.name("last_name")).sendKeys("Mit Skript");
      Thread.sleep(2100);
      browser.click(By.tagName("button"));
      assertThat(browser.find(By.cssSelector("[role=status]")).getText())
          .contains("Wir haben Ihre Nachricht erhalten");

      browser.openElsewhere(address + "/without");
      browser.find(By.name("last_name")).sendKeys("Ohne Skript");
      browser.click(By.tagName("button"));
      assertThat(browser.text()).contains("Noch ein Klick");
      browser.picture("web-to-lead-confirm");
      Thread.sleep(2100);
      browser.click(By.tagName("button"));
      assertThat(browser.find(By.cssSelector("[role=status]")).getText()).contains("erhalten");
    } finally {
      site.stop(0);
    }
    assertThat(api.get("admin", "/leads?size=200").toString())
        .contains("Mit Skript", "Ohne Skript");
  }

  @Test
  void aVisitorWhoMakesAMistakeStillEndsOnTheSiteHeCameFrom() throws Exception {
    HttpServer site = siteWith("");
    try {
      String address = "http://127.0.0.1:" + site.getAddress().getPort();
      api.post(
          "lena",
          "/web-forms",
          """
          {"formId": "return", "title": "Newsletter", "active": true,
           "fields": ["last_name", "email"], "returnUrls": ["%s/done"]}
          """
              .formatted(address));
      browser.open("/web-to-lead/return?utm_source=letter&retURL=" + address + "/done");
      browser.find(By.name("last_name")).sendKeys("Rückkehr");
      browser.find(By.name("email")).sendKeys("no mail");
      browser.leaveBy(By.cssSelector("main button"));
      browser.find(By.cssSelector("[role=alert]"));
      browser.find(By.name("email")).clear();
      browser.find(By.name("email")).sendKeys("return@x.example");
      Thread.sleep(2100);
      browser.click(By.cssSelector("main button"));
      browser.until(ExpectedConditions.urlToBe(address + "/done"));
    } finally {
      site.stop(0);
    }
    assertThat(browser.complaints()).noneMatch(Browser::isAgainstThePolicy);
  }

  @Test
  void whatIsHeldIsMadeALeadOrDiscarded() throws IOException, InterruptedException {
    api.post(
        "lena",
        "/web-forms",
        "{\"formId\": \"held\", \"title\": \"Held\", \"active\": true, \"fields\": [\"last_name\"]}");
    for (String name : new String[] {"Trap<b>one</b>", "Trap two"}) {
      browser.open("/web-to-lead/held");
      browser.find(By.name("last_name")).sendKeys(name);
      browser.write("fax_number", "a program was here");
      Thread.sleep(2100);
      browser.click(By.cssSelector("main button"));
      browser.find(By.cssSelector("[role=status]"));
    }
    browser.logIn("lena");
    browser.open("/web-forms");
    assertThat(browser.find(By.id("held")).getText())
        .contains("Trap<b>one</b>", "Trap two", "hidden field");
    browser.picture("web-forms");
    browser.click(By.xpath("//article[contains(.,'Trap two')]//button[.='Make it a lead']"));
    assertThat(browser.find(By.cssSelector("[role=status]")).getText()).contains("a lead");
    browser.find(By.cssSelector("#held input[name=reason]")).sendKeys("Advertisement");
    browser.click(By.xpath("//article[contains(.,'Trap')]//button[.='Discard']"));
    assertThat(browser.find(By.id("held")).getText()).doesNotContain("Trap");
    browser.resize(PHONE, 900);
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    browser.logOut();
    browser.logIn("admin");
    browser.open("/webhooks");
    assertThat(browser.text()).contains("Last deliveries");
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    browser.picture("webhooks");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatSpamBuriesIsFoundAndAllAlikeIsDiscardedAtOnce() throws Exception {
    for (String form : new String[] {"spam", "spared"}) {
      api.post(
          "lena",
          "/web-forms",
          "{\"formId\": \"%s\", \"title\": \"Spam\", \"active\": true, \"fields\": [\"last_name\"]}"
              .formatted(form));
    }
    for (int times = 1; times <= 30; times++) {
      post("spam", "last_name=Spam+" + times + "&fax_number=x");
    }
    post("spam", "last_name=J%FCrgen");
    post("spared", "last_name=Spared&fax_number=x");

    browser.logIn("lena");
    browser.open("/web-forms?page=99");
    assertThat(browser.find(By.id("held")).getText()).contains("Page 2 of 2", "Spared");
    browser.leaveBy(By.cssSelector("[rel=prev]"));
    assertThat(browser.find(By.id("held")).getText()).doesNotContain("Spared");
    browser.click(By.cssSelector("[name=suspicion] option[value=HIDDEN_FIELD]"));
    browser.leaveBy(By.xpath("//button[.='Show']"));
    browser.leaveBy(By.cssSelector("[rel=next]"));
    assertThat(browser.find(By.id("held")).getText())
        .contains("Page 2 of 2", "Spam 30")
        .doesNotContain("rgen");
    browser.picture("web-forms-held");

    discardAllLike("Spam 30", " ");
    assertThat(browser.find(By.cssSelector("[role=alert]")).getText()).contains("reason");
    assertThat(heldOf("spam")).isEqualTo(31);
    discardAllLike("Spam 30", "Advertisement");
    assertThat(browser.find(By.cssSelector("[role=status]")).getText())
        .isEqualTo("30 submissions are discarded.");
    assertThat(heldOf("spam")).as("held for something else").isEqualTo(1);
    assertThat(heldOf("spared")).as("of another form").isEqualTo(1);
    browser.resize(PHONE, 900);
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);

    discardAllLike("Spared", "A test");
    browser.open("/web-forms?suspicion=WRONG_ENCODING");
    discardAllLike("spam", "A test");
    assertThat(heldOf("spam") + heldOf("spared")).isZero();
    assertThat(browser.complaints().stream().filter(each -> !each.contains("422"))).isEmpty();
  }

  private void discardAllLike(String text, String reason) {
    String article = "//article[contains(.,'" + text + "')]";
    browser.find(By.xpath(article + "//input[@name='reason']")).sendKeys(reason);
    browser.leaveBy(By.xpath(article + "//button[.='Discard all alike']"));
  }

  private long heldOf(String form) {
    return api
        .get("lena", "/web-submissions?state=HELD&size=200")
        .path("items")
        .findValuesAsText("formId")
        .stream()
        .filter(form::equals)
        .count();
  }

  private void post(String form, String fields) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/web-to-lead/" + form))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields))
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  private static HttpServer siteWith(String html) throws IOException {
    HttpServer site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    site.createContext(
        "/",
        exchange -> {
          boolean without = exchange.getRequestURI().getPath().equals("/without");
          String page =
              "<!DOCTYPE html><html lang=\"de\"><meta charset=\"utf-8\"><title>Elsewhere</title><body>"
                  + (without ? html.replaceAll("<script.*</script>", "") : html);
          byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    site.start();
    return site;
  }
}
