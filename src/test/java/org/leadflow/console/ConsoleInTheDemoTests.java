package org.leadflow.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadflow.access.Visitor;
import org.leadflow.browser.RunningDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages answer, asked without a browser. */
@RunningDemo
class ConsoleInTheDemoTests {

  @LocalServerPort int port;
  @Autowired StartBanner banner;

  @Test
  void theStartSaysWhatToOpenAndWhoCanLogIn() {
    assertThat(banner.text())
        .contains(
            "http://localhost:" + port + "/\n",
            "http://localhost:" + port + "/camunda/app/tasklist/default/",
            "http://localhost:" + port + "/swagger-ui/index.html",
            "http://localhost:" + port + "/actuator/health",
            RunningDemo.PASSWORD,
            "anna",
            "lena",
            "freja",
            "admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/leads/nowhere",
        "/leads/00000000-0000-0000-0000-000000000000",
        "/leads/00000000-0000-0000-0000-000000000000/card",
        "/opportunities/00000000-0000-0000-0000-000000000000",
        "/leads?page=second"
      })
  void whatIsNotThereIsAPageForPeople(String path) {
    HttpResponse<String> answer = visitor("anna").get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("There is nothing here", "To the start page")
        .doesNotContain("Exception", "org.leadflow");
  }

  @Test
  void aProgramGetsAProblemDetailForTheSame() {
    HttpResponse<String> answer =
        new Visitor(port)
            .basic("GET", "/api/leads/" + new UUID(0, 0), "anna", RunningDemo.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void whatIsForbiddenIsAPageForPeople() {
    HttpResponse<String> answer = visitor("anna").get("/camunda/app/cockpit/default/");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You may not see this").doesNotContain("Exception");
  }

  @Test
  void theStartPageOffersWhatTheRoleAllows() {
    assertThat(visitor("anna").get("/").body())
        .contains("id=\"tasklist\"", "id=\"leads\"", "id=\"api\"")
        .doesNotContain("id=\"cockpit\"");
    assertThat(visitor("admin").get("/").body()).contains("id=\"cockpit\"");
    assertThat(visitor("website").get("/").body())
        .contains("id=\"leads\"")
        .doesNotContain("id=\"tasklist\"", "Tasklist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/leads",
        "/leads?state=open",
        "/leads?state=qualified&page=99",
        "/leads?state=no-such-state",
        "/leads?page=-3",
        "/leads?page=2147483647",
        "/leads?q=%00&campaign=%00",
        "/leads?q=%25%27%22%3B--&unit=nowhere&owner=team:%27",
        "/leads?owner=user:&sort=upwards&due=overdue&to=9999-12-31"
      })
  void theListAnswersWhateverIsAskedOfIt(String path) {
    assertThat(visitor("lena").get(path).statusCode()).isEqualTo(200);
  }

  private Visitor visitor(String user) {
    var visitor = new Visitor(port);
    visitor.logIn(user, RunningDemo.PASSWORD);
    return visitor;
  }
}
