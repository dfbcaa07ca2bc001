package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator makes another system known and lays its messages on leads. */
@RunningDemo
class WebhookPagesTests {

  private static final int PHONE = 500;
  private static final By SAVE = By.xpath("//button[.='Save']");
  private static final By TRY = By.xpath("//button[.='Try it']");
  private static final String MESSAGE = "{\"id\": 7, \"who\": \"Vo<b>gel\", \"vat\": \"DE123\"}";

  @LocalServerPort int port;
  @TempDir Path profile;
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
  void anOperatorLaysTheMessagesOfAnotherSystemOnLeads() throws Exception {
    browser.logIn("admin");
    browser.click(By.id("webhooks"));
    browser.find(By.name("webhookId")).sendKeys("fair");
    browser.find(By.name("title")).sendKeys("Trade <fair>");
    browser.click(By.xpath("//button[.='Add the webhook']"));
    String secret = browser.find(By.cssSelector("#secret dd:last-of-type code")).getText();
    assertThat(secret).matches("[0-9a-f]{64}");
    browser.picture("webhook-secret");
    browser.refresh();
    assertThat(browser.text()).contains("Trade <fair>").doesNotContain(secret);

    assertThat(sent(secret)).as("nothing is laid yet").isEqualTo(422);
    browser.refresh();
    assertThat(browser.find(By.id("deliveries")).getText())
        .contains("rejected", "lastName: must not be blank");
    assertThat(browser.find(By.name("message")).getAttribute("value")).isEqualTo(MESSAGE);

    write("mapping", "{\"fields\": [{\"pointer\": \"who\", \"field\": \"ownerId\"}], ");
    browser.leaveBy(TRY);
    assertThat(browser.find(By.cssSelector("main > [role=alert]")).getText()).contains("mapping");
    write("mapping", "{\"fields\": [{\"pointer\": \"who\", \"field\": \"ownerId\"}]}");
    browser.leaveBy(SAVE);
    assertThat(browser.find(By.cssSelector("main > [role=alert]")).getText())
        .contains("mapping.fields[0].pointer", "mapping.fields[0].field");
    write(
        "mapping",
        "{\"externalId\": \"/id\", \"fields\": [{\"pointer\": \"/who\", \"field\": \"lastName\"}],"
            + " \"constants\": {\"subject\": \"Met at the fair\"}}");
    browser.leaveBy(TRY);
    assertThat(browser.find(By.id("tried")).getText())
        .contains("It would be a lead", "Vo<b>gel", "Met at the fair", "/vat", "DE123");
    browser.picture("webhook");
    browser.resize(PHONE, 900);
    assertThat(browser.widestContent()).isLessThanOrEqualTo(PHONE);
    browser.leaveBy(SAVE);
    assertThat(browser.find(By.cssSelector("[role=status]")).getText()).contains("saved");

    browser.leaveBy(By.xpath("//button[.='Take it in again']"));
    assertThat(browser.find(By.cssSelector("[role=status]")).getText()).contains("created");
    assertThat(sent(secret)).as("the same is the same lead").isEqualTo(200);
    browser.leaveBy(By.xpath("//button[contains(.,'another secret')]"));
    assertThat(browser.find(By.id("secret")).getText()).doesNotContain(secret);
    assertThat(sent(secret)).isEqualTo(401);
    browser.click(By.name("active"));
    browser.leaveBy(SAVE);
    assertThat(browser.find(By.tagName("h1")).getText()).contains("closed");
    assertThat(browser.complaints().stream().filter(each -> !each.contains("422"))).isEmpty();
  }

  private void write(String name, String text) {
    WebElement field = browser.find(By.name(name));
    field.clear();
    field.sendKeys(text);
  }

  private int sent(String secret) throws IOException, InterruptedException {
    String time = String.valueOf(Instant.now().getEpochSecond());
    String signature =
        new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret).hmacHex(time + "." + MESSAGE);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/webhooks/fair"))
            .header("X-Leadflow-Signature", "t=" + time + ",v1=" + signature)
            .POST(BodyPublishers.ofString(MESSAGE))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
  }
}
