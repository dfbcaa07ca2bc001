package org.leadflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningLeadflow
class PageHeadersTests {

  private static final Pattern STYLE = Pattern.compile("stylesheet\" href=\"([^\"]+)\"");

  @LocalServerPort int port;

  @Test
  void ourPagesLoadNothingFromElsewhereAndAreNotFramed() {
    HttpHeaders headers = new Visitor(port).get("/login").headers();
    assertThat(headers.firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Cache-Control")).get().asString().contains("no-store");
  }

  @Test
  void aLeadsCardMayBeFramedByOurselves() {
    HttpHeaders headers = Visitor.loggedIn(port, "anna").get("/leads/0190/card").headers();
    assertThat(headers.firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("frame-ancestors 'self'");
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("SAMEORIGIN");
  }

  @Test
  void theEnginesPagesKeepTheirOwnHeaders() {
    HttpHeaders headers =
        Visitor.loggedIn(port, "anna").get("/camunda/app/tasklist/default/").headers();
    assertThat(headers.allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("strict-dynamic");
    assertThat(headers.firstValue("X-Frame-Options")).isEmpty();
  }

  @Test
  void theLoginPageHasItsStyleAndNothingMoreIsServedToStrangers() {
    var stranger = new Visitor(port);
    Matcher link =
        Pattern.compile("href=\"([^\"]+\\.css)\"").matcher(stranger.get("/login").body());
    assertThat(link.find()).isTrue();
    assertThat(stranger.get(link.group(1)).statusCode()).as(link.group(1)).isEqualTo(200);
    for (String other : new String[] {"pico.css", "pico.classless.min.css"}) {
      String path = link.group(1).replace("pico.min.css", other);
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(302);
    }
  }
}
