package org.leadflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadflow.core.Actor;
import org.leadflow.core.CurrentActor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.core.AuthenticationException;

@RunningLeadflow
class CallerTests {

  @LocalServerPort int port;
  @Autowired CurrentActor actor;
  @Autowired CurrentCaller caller;

  @Test
  void theCallerComesWithUnitPartnerTeamsAndRoles() {
    assertThat(Visitor.loggedIn(port, "freja").getJson("/test-door/caller").body())
        .contains("\"userId\":\"freja\"", "\"businessUnitId\":\"emea\"")
        .contains("\"partnerId\":\"nordwind\"", "[\"nordwind-sales\"]", "[\"SELLER\"]");
    assertThat(
            new Visitor(port)
                .basic("GET", "/api/test-door/caller", "website", People.PASSWORD)
                .body())
        .contains("\"userId\":\"website\"", "[\"INTEGRATOR\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "/test-door/actor, PAGE",
    "/api/test-door/actor, API",
    "/camunda/test-door/actor, TASKLIST"
  })
  void theActorCameThroughTheDoorOfHisPath(String path, String door) {
    assertThat(Visitor.loggedIn(port, "anna").getJson(path).body())
        .contains("\"id\":\"anna\"", "\"door\":\"" + door + "\"");
  }

  @Test
  void withoutALoginTheProductActsAndThereIsNoCaller() {
    assertThat(actor.get()).isEqualTo(new Actor("leadflow", Actor.Door.PROCESS));
    assertThatThrownBy(caller::get).isInstanceOf(AuthenticationException.class);
  }

  @Test
  void aMissingPrivilegeIsNamed() {
    Visitor anna = Visitor.loggedIn(port, "anna");
    HttpResponse<String> refused = anna.getJson("/api/test-door/missing");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.body()).contains("append to");
    assertThat(anna.get("/test-door/missing").statusCode()).isEqualTo(403);
  }

  @Test
  void aRecordOutOfReachIsNotThere() {
    Visitor anna = Visitor.loggedIn(port, "anna");
    HttpResponse<String> absent = anna.getJson("/api/test-door/leads/4711");
    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(absent.body()).contains("There is no lead 4711.");
    HttpResponse<String> page = anna.get("/test-door/leads/4711");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
  }
}
