package org.leadflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.leadflow.organization.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningLeadflow
class LoginThrottleTests {

  private static final String NOTHING_THERE = "/api/nothing-there";

  @LocalServerPort int port;
  @Autowired People people;

  @Test
  void afterTenWrongPasswordsOfAProgramEvenTheRightOneWaits() {
    people.person("guessed", "Guessed", "root", null, Role.INTEGRATOR);
    var guesser = new Visitor(port);
    for (int i = 0; i < 10; i++) {
      assertThat(guesser.basic("GET", NOTHING_THERE, "guessed", "guess" + i).statusCode())
          .isEqualTo(401);
    }

    HttpResponse<String> refused = guesser.basic("GET", NOTHING_THERE, "guessed", People.PASSWORD);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 61L);
    assertThat(refused.body()).contains("Too many wrong passwords");
    assertThat(guesser.basic("GET", NOTHING_THERE, "website", People.PASSWORD).statusCode())
        .as("another user from the same address")
        .isEqualTo(404);
  }

  @Test
  void aPersonIsToldToWait() {
    people.person("unsure", "Unsure", "emea", null, Role.SELLER);
    var unsure = new Visitor(port);
    for (int i = 0; i < 10; i++) {
      assertThat(location(unsure.logIn("unsure", "guess" + i))).endsWith("/login?error");
    }

    assertThat(location(unsure.logIn("unsure", People.PASSWORD))).endsWith("/login?wait");
    assertThat(unsure.get("/login?wait").body()).contains("Try again in a minute");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
