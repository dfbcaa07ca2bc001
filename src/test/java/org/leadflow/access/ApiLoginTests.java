package org.leadflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningLeadflow
class ApiLoginTests {

  private static final String NOTHING_THERE = "/api/nothing-there";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired OrganizationChanges changes;

  @Test
  void withoutLoginTheApiAnswers401AsAProblemAndAsksNoBrowserForAPassword() {
    for (String method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
      HttpResponse<String> refused = new Visitor(port).method(method, NOTHING_THERE, "{}");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
      assertThat(refused.body()).contains("\"status\":401").contains("HTTP Basic");
    }
  }

  @Test
  void aWrongPasswordIsAnsweredLikeNone() {
    HttpResponse<String> refused =
        new Visitor(port).basic("GET", NOTHING_THERE, "website", "wrong");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void aProgramLogsInWithEachRequestAndGetsNoSession() {
    var website = new Visitor(port);
    for (String method : new String[] {"GET", "POST"}) {
      HttpResponse<String> answer =
          website.basic(method, NOTHING_THERE, "website", People.PASSWORD);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void userAndPasswordCountForTheApiOnly() {
    HttpResponse<String> refused =
        new Visitor(port)
            .basic("GET", "/camunda/api/engine/engine/default/task", "ada", People.PASSWORD);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(new Visitor(port).basic("GET", "/leads", "ada", People.PASSWORD).statusCode())
        .isEqualTo(302);
  }

  @Test
  void anInactiveProgramIsOut() {
    people.person("feed", "Feed", "root", null, Role.INTEGRATOR);
    var feed = new Visitor(port);
    assertThat(feed.basic("GET", NOTHING_THERE, "feed", People.PASSWORD).statusCode())
        .isEqualTo(404);
    changes.deactivate("feed");
    assertThat(feed.basic("GET", NOTHING_THERE, "feed", People.PASSWORD).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aSessionNeedsItsTokenForEveryChangeThroughTheApi() {
    Visitor anna = Visitor.loggedIn(port, "anna");
    for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
      HttpResponse<String> refused = anna.method(method, NOTHING_THERE, "{}");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("X-CSRF-TOKEN");
    }
    HttpResponse<String> accepted =
        anna.send(
            anna.request(NOTHING_THERE)
                .header("X-CSRF-TOKEN", anna.csrf())
                .POST(BodyPublishers.ofString("{}")));
    assertThat(accepted.statusCode()).isEqualTo(404);
  }

  @Test
  void noOtherSiteIsInvited() {
    var stranger = new Visitor(port);
    HttpResponse<String> preflight =
        stranger.send(
            stranger
                .request("/api/leads")
                .header("Origin", "https://example.com")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }
}
