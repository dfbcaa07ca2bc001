package org.leadflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadflow.access.Visitor;
import org.leadflow.browser.RunningDemo;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files and timelines on our pages, asked without a browser. */
@RunningDemo
class LeadFilesTests {

  private static final String BOUNDARY = "between-the-parts";
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @LocalServerPort int port;
  private Visitor lena;
  private String page;

  @BeforeEach
  void aLeadThatLenaSees() throws IOException {
    lena = new Visitor(port);
    lena.logIn("lena", RunningDemo.PASSWORD);
    String credentials =
        Base64.getEncoder().encodeToString(("lena:" + RunningDemo.PASSWORD).getBytes());
    String lead =
        lena.send(
                lena.request("/api/leads")
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"subject\": \"A question\", \"lastName\": \"Tanaka\"}")))
            .body();
    page = "/leads/" + new ObjectMapper().readTree(lead).path("leadId").asText();
  }

  @Test
  void aFileIsAddedOnThePageAndDownloadedFromIt() {
    HttpResponse<String> answer = upload("<b>offer.txt", "Please find our offer below.", token());

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(page + "#files");
    String shown = lena.get(page).body();
    assertThat(shown).contains("&lt;b&gt;offer.txt", "28 B").doesNotContain("<b>offer");
    Matcher link = Pattern.compile("href=\"(/api/leads/[^\"]+/content)\"").matcher(shown);
    assertThat(link.find()).isTrue();
    HttpResponse<String> content = lena.get(link.group(1));
    assertThat(content.body()).isEqualTo("Please find our offer below.");
    assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;");
    assertThat(content.headers().allValues("Content-Security-Policy"))
        .containsExactly("sandbox; default-src 'none'");
    assertThat(lena.get(page + "/card").body()).contains("&lt;b&gt;offer.txt");
  }

  @Test
  void whyAFileIsNotTakenStandsOnThePage() {
    upload("page.png", "<!DOCTYPE html><html></html>", token());

    assertThat(lena.get(page).body()).contains("The file is text/html, which is not taken.");
    assertThat(lena.get(page).body()).doesNotContain("which is not taken");
  }

  @Test
  void whatIsMuchTooLargeIsAPageForPeople() {
    HttpResponse<String> answer = upload("a.txt", "x".repeat(7 * 1024 * 1024), token());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("This file is too large").doesNotContain("Exception");
  }

  @Test
  void aFormFromElsewhereIsRefused() {
    assertThat(upload("a.txt", "Hello there.", "made-up").statusCode()).isEqualTo(403);
  }

  private String token() {
    Matcher field = CSRF.matcher(lena.get(page).body());
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  private HttpResponse<String> upload(String name, String content, String csrf) {
    String form =
        """
        --%1$s\r
        Content-Disposition: form-data; name="_csrf"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%3$s"\r
        \r
        %4$s\r
        --%1$s--\r
        """
            .formatted(BOUNDARY, csrf, name, content);
    return lena.send(
        lena.request(page + "/attachments")
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(form)));
  }
}
