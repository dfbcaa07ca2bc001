package org.leadflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.leadflow.organization.OrganizationChanges;
import org.leadflow.organization.Role;
import org.leadflow.organization.User;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningLeadflow
class LoginTests {

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired OrganizationChanges changes;

  @Test
  void aPageWithoutLoginLeadsToTheLoginAndBack() {
    var anna = new Visitor(port);
    HttpResponse<String> refused = anna.get("/leads");
    assertThat(refused.statusCode()).isEqualTo(302);
    assertThat(refused.headers().firstValue("Location")).hasValueSatisfying(endsWith("/login"));

    HttpResponse<String> loggedIn = anna.logIn("anna", People.PASSWORD);
    assertThat(loggedIn.statusCode()).isEqualTo(302);
    assertThat(loggedIn.headers().firstValue("Location")).hasValueSatisfying(endsWith("/leads"));
    assertThat(anna.get("/leads").statusCode()).isEqualTo(200);
  }

  @Test
  void aLoginWithoutADestinationLeadsToTheStartPage() {
    HttpResponse<String> loggedIn = new Visitor(port).logIn("anna", People.PASSWORD);
    assertThat(loggedIn.headers().firstValue("Location")).hasValueSatisfying(endsWith("/"));
  }

  @Test
  void wrongPasswordUnknownUserAndInactiveUserAreAnsweredAlike() {
    people.person("ines", "Ines Gone", "emea", null, Role.SELLER);
    changes.deactivate("ines");
    var answers =
        List.of(
            location(new Visitor(port).logIn("anna", "wrong")),
            location(new Visitor(port).logIn("nobody", People.PASSWORD)),
            location(new Visitor(port).logIn("", "")),
            location(new Visitor(port).logIn("ines", People.PASSWORD)));
    assertThat(answers).allSatisfy(endsWith("/login?error"));
  }

  @Test
  void theLoginNeedsTheTokenOfItsPage() {
    var stranger = new Visitor(port);
    HttpResponse<String> refused =
        stranger.send(
            stranger
                .request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=anna&password=" + People.PASSWORD)));
    assertThat(location(refused)).endsWith("/login");
    assertThat(stranger.get("/leads").statusCode()).isEqualTo(302);
  }

  @Test
  void theSessionChangesItsIdAtLogin() {
    var anna = new Visitor(port);
    anna.get("/login");
    String before = anna.cookie("JSESSIONID").orElseThrow();
    anna.logIn("anna", People.PASSWORD);
    assertThat(anna.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(before);
  }

  @Test
  void theSessionCookieIsForTheServerOnly() {
    String cookie =
        new Visitor(port).get("/login").headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
  }

  @Test
  void aUserSwitchedOffIsOutWithHisNextRequest() {
    people.person("olga", "Olga Short", "emea", null, Role.SELLER);
    Visitor olga = Visitor.loggedIn(port, "olga");
    assertThat(olga.get("/leads").statusCode()).isEqualTo(200);
    changes.deactivate("olga");
    assertThat(olga.get("/leads").statusCode()).isEqualTo(403);
    assertThat(olga.getJson("/api/leads").body()).contains("no longer active");
  }

  @Test
  void aRoleTakenAwayIsGoneWithTheNextRequest() {
    people.person("oleg", "Oleg Once", "root", null, Role.OPERATOR);
    Visitor oleg = Visitor.loggedIn(port, "oleg");
    assertThat(oleg.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    changes.save(new User("oleg", "Oleg Once", null, "root", null, Set.of(Role.SELLER), true));
    assertThat(oleg.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
  }

  @Test
  void logoutEndsTheSessionAndNeedsAToken() {
    Visitor anna = Visitor.loggedIn(port, "anna");
    assertThat(anna.post("/logout", "").statusCode()).isEqualTo(403);
    assertThat(anna.get("/leads").statusCode()).isEqualTo(200);
    String token = anna.csrf();
    HttpResponse<String> left =
        anna.send(
            anna.request("/logout").header("X-CSRF-TOKEN", token).POST(BodyPublishers.noBody()));
    assertThat(location(left)).endsWith("/login?logout");
    assertThat(anna.get("/leads").statusCode()).isEqualTo(302);
    assertThat(anna.getJson("/camunda/api/engine/engine/default/filter").statusCode())
        .isEqualTo(401);
  }

  @Test
  void leavingTasklistEndsTheSameSession() {
    Visitor anna = Visitor.loggedIn(port, "anna");
    HttpResponse<String> left = anna.post("/camunda/api/admin/auth/user/default/logout", "");
    assertThat(left.statusCode()).isEqualTo(200);
    assertThat(anna.get("/leads").statusCode()).isEqualTo(302);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static Consumer<String> endsWith(String end) {
    return location -> assertThat(location).endsWith(end);
  }
}
