package org.leadflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@RunningLeadflow
class RoutesTests {

  /** What a stranger may see; a path added here is a decision. */
  private static final Set<String> PUBLIC =
      Set.of(
          "/login",
          "/error",
          "/actuator/health",
          "/actuator/health/liveness",
          "/actuator/health/readiness",
          "/web-to-lead/x",
          "/web-to-lead/x/confirm",
          "/web-to-lead/x/thanks",
          "/web-to-lead/x/token.js");

  @LocalServerPort int port;
  @Autowired ApplicationContext beans;
  @Autowired ServletContext servlets;

  @Test
  void aStrangerReachesNothingButThePublicPaths() {
    Set<String> routes = inventory();
    assertThat(routes)
        .as("the inventory knows pages, the API of the engine, resources and the actuator")
        .contains("/login", "/camunda/api/engine/x", "/camunda/lib/x", "/actuator/health", "/x");
    var all = new SoftAssertions();
    for (String route : routes) {
      if (PUBLIC.contains(route)) {
        continue;
      }
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
        var answer = new Visitor(port).method(method, route, "{}");
        all.assertThat(answer.statusCode()).as(method + " " + route).isIn(302, 401, 403);
        if (answer.statusCode() == 302) {
          all.assertThat(answer.headers().firstValue("Location").orElse(""))
              .as(method + " " + route)
              .endsWith("/login");
        }
      }
    }
    all.assertAll();
  }

  @Test
  void whatIsPublicSaysNothingOfTheInside() {
    var stranger = new Visitor(port);
    assertThat(stranger.get("/login").statusCode()).isEqualTo(200);
    assertThat(stranger.getJson("/actuator/health").body())
        .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
    assertThat(stranger.getJson("/error").body()).doesNotContain("Exception", "trace");
  }

  @ParameterizedTest
  @CsvSource({
    // path, seller, manager, integrator, operator, administrator
    "/camunda/app/tasklist/default/,                          200, 200, 403, 200, 200",
    "/camunda/app/welcome/default/,                           200, 200, 403, 200, 200",
    "/camunda/app/cockpit/default/,                           403, 403, 403, 200, 200",
    "/camunda/app/admin/default/,                             403, 403, 403, 200, 200",
    "/camunda/api/admin/auth/user/default,                    200, 200, 403, 200, 200",
    "/camunda/api/admin/plugin/adminPlugins/default/x,        403, 403, 403, 404, 404",
    "/camunda/api/cockpit/plugin/base/default/process-definition/x, 403, 403, 403, 404, 404",
    "/camunda/api/engine/engine/default/task/count,           200, 200, 403, 200, 200",
    "/camunda/api/engine/engine/default/deployment/count,     403, 403, 403, 200, 200",
    "/camunda/api/engine/engine/default/user/count,           200, 200, 403, 200, 200",
    "/engine-rest/task,                                       403, 403, 403, 403, 403",
    "/actuator/env,                                           404, 404, 404, 404, 404",
    // Neither page nor JSON, for whoever may.
    "/actuator/prometheus,                                    403, 403, 403, 406, 406",
    "/api/rule-sets/scoring/findings,                         403, 200, 403, 200, 200",
    "/api/reports/sources,                                    200, 200, 200, 200, 200",
    "/api/reports/rules,                                      403, 200, 403, 200, 200",
    "/api/reports/costs,                                      403, 200, 403, 200, 200",
    "/api/processes,                                          403, 403, 403, 200, 200",
    "/api/processes/lead-routing/figures,                     403, 200, 403, 200, 200",
    "/api/processes/nowhere/figures,                          403, 404, 403, 404, 404",
    "/h2-console,                                             404, 404, 404, 404, 404",
    "/organization/import,                                    403, 403, 403, 403, 200",
    "/nowhere,                                                404, 404, 404, 404, 404"
  })
  void aRoleDecidesWhoOpensWhat(
      String path, int seller, int manager, int integrator, int operator, int administrator) {
    var all = new SoftAssertions();
    all.assertThat(status("anna", path)).as("seller").isEqualTo(seller);
    all.assertThat(status("mona", path)).as("manager").isEqualTo(manager);
    all.assertThat(status("website", path)).as("integrator").isEqualTo(integrator);
    all.assertThat(status("otto", path)).as("operator").isEqualTo(operator);
    all.assertThat(status("ada", path)).as("administrator").isEqualTo(administrator);
    all.assertAll();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /deployment/create,                false",
    "POST, /deployment/x/redeploy,            false",
    "DELETE, /deployment/x,                   false",
    "POST, /user/create,                      true",
    "PUT, /user/anna/credentials,             true",
    "DELETE, /user/anna,                      true",
    "PUT, /group/camunda-admin/members/anna,  true",
    "POST, /group/create,                     true",
    "DELETE, /group/sellers,                  true"
  })
  void theEngineTakesNoProcessFromOperatorsAndNoUsersFromAnybody(
      String method, String path, boolean forAdministratorsToo) {
    String full = "/camunda/api/engine/engine/default" + path;
    assertThat(Visitor.loggedIn(port, "anna").method(method, full, "{}").statusCode())
        .isEqualTo(403);
    assertThat(Visitor.loggedIn(port, "otto").method(method, full, "{}").statusCode())
        .isEqualTo(403);
    int administrator = Visitor.loggedIn(port, "ada").method(method, full, "{}").statusCode();
    if (forAdministratorsToo) {
      assertThat(administrator).isEqualTo(403);
    } else {
      assertThat(administrator).isNotEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // page, seller, manager, integrator, operator, administrator
    "/pools,                                                  200, 200, 200, 200, 200",
    "/pools/nowhere,                                          404, 404, 404, 404, 404",
    "/teams/nowhere,                                          404, 404, 404, 404, 404",
    "/operations,                                             403, 403, 403, 200, 200",
    "/rules,                                                  403, 200, 403, 200, 200",
    "/rules/nowhere,                                          403, 404, 403, 404, 404",
    "/rules/scoring,                                          403, 200, 403, 200, 200",
    "/rules/scoring/compare?from=x&to=y,                      403, 404, 403, 404, 404",
    "/processes,                                              403, 200, 403, 200, 200",
    "/processes/lead-routing,                                 403, 200, 403, 200, 200",
    "/processes/lead-routing?heat=DURATION&version=1,         403, 200, 403, 200, 200",
    "/processes/nowhere,                                      403, 404, 403, 404, 404",
    "/try,                                                    403, 200, 403, 200, 200",
    "/reports,                                                200, 200, 200, 200, 200",
    "/reports/sources?by=nothing,                             400, 400, 400, 400, 400",
    "/reports/fairness,                                       200, 200, 200, 200, 200",
    "/reports/rules,                                          403, 200, 403, 200, 200",
    "/reports/costs,                                          403, 200, 403, 200, 200",
    "/replays,                                                403, 200, 403, 200, 200",
    "/replays/01a1ff4f-509e-70c8-bec9-5c0863126393,           403, 404, 403, 404, 404"
  })
  void aRoleDecidesWhoReadsWhichPage(
      String path, int seller, int manager, int integrator, int operator, int administrator) {
    var all = new SoftAssertions();
    all.assertThat(page("anna", path)).as("seller").isEqualTo(seller);
    all.assertThat(page("mona", path)).as("manager").isEqualTo(manager);
    all.assertThat(page("website", path)).as("integrator").isEqualTo(integrator);
    all.assertThat(page("otto", path)).as("operator").isEqualTo(operator);
    all.assertThat(page("ada", path)).as("administrator").isEqualTo(administrator);
    all.assertAll();
  }

  @ParameterizedTest
  @CsvSource({
    // path, for managers too
    "/try,                     true",
    "/replays,                 true",
    "/rules/scoring/check,     true",
    "/rules/scoring/dismiss,   false",
    "/rules/reload,            false",
    "/rules/scoring/rollback,  false",
    "/rules/scoring/retire,    false"
  })
  void aFormIsAsShutAsItsDoor(String path, boolean forManagers) {
    var all = new SoftAssertions();
    for (String refused : List.of("anna", "website")) {
      all.assertThat(form(refused, path)).as(refused).isEqualTo(403);
    }
    int manager = form("mona", path);
    if (forManagers) {
      all.assertThat(manager).as("manager").isNotEqualTo(403);
    } else {
      all.assertThat(manager).as("manager").isEqualTo(403);
    }
    all.assertAll();
  }

  @Test
  void aPageThatIsRefusedIsAPageWithItsStatus() {
    var mona = Visitor.loggedIn(port, "mona");
    assertThat(mona.get("/pools/nowhere"))
        .matches(answer -> answer.statusCode() == 404)
        .matches(answer -> answer.body().contains("There is nothing here"));
    assertThat(mona.get("/replays/01a1ff4f-509e-70c8-bec9-5c0863126393"))
        .matches(answer -> answer.statusCode() == 404)
        .matches(answer -> answer.body().contains("There is nothing here"));
    assertThat(Visitor.loggedIn(port, "anna").get("/rules"))
        .matches(answer -> answer.statusCode() == 403)
        .matches(answer -> answer.body().contains("You may not see this"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/organization/units",
        "/organization/units/x",
        "/organization/partners",
        "/organization/partners/x",
        "/organization/teams",
        "/organization/import",
        "/calendars",
        "/calendars/x",
        "/calendars/x/delete",
        "/teams/x",
        "/teams/x/managers",
        "/teams/x/managers/x/remove",
        "/users",
        "/users/x",
        "/users/x/active",
        "/users/x/password"
      })
  void onlyAdministratorsChangeTheOrganizationOnItsPages(String path) {
    for (String other : List.of("anna", "mona", "otto")) {
      assertThat(Visitor.loggedIn(port, other).form(path, "x=").statusCode())
          .as(other)
          .isEqualTo(403);
    }
    assertThat(Visitor.loggedIn(port, "ada").form(path, "x=").statusCode()).isNotEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/x/absences", "/users/x/skills", "/teams/x/members"})
  void whatTheDoorsThemselvesDecideIsLetThrough(String path) {
    assertThat(Visitor.loggedIn(port, "anna").form(path, "x=").statusCode()).isNotEqualTo(403);
  }

  @Test
  void theEnginesOwnLoginIsShut() {
    for (String path :
        List.of(
            "/camunda/api/admin/auth/user/default/login/tasklist",
            "/camunda/api/admin/auth/user/default/login/tasklist/",
            "/camunda/api/admin/auth/user/default/log%69n/admin")) {
      assertThat(new Visitor(port).post(path, "").statusCode()).isEqualTo(401);
      assertThat(Visitor.loggedIn(port, "ada").post(path, "").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aRefusalNamesTheMissingRole() {
    String body = Visitor.loggedIn(port, "anna").getJson("/camunda/api/cockpit/x").body();
    assertThat(body).contains("operator").contains("administrator").contains("\"status\":403");
  }

  /** Sends an empty form with all that a browser would send along. */
  private int form(String user, String path) {
    var visitor = Visitor.loggedIn(port, user);
    return visitor
        .send(
            visitor
                .request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + visitor.csrf())))
        .statusCode();
  }

  private int page(String user, String path) {
    return Visitor.loggedIn(port, user).get(path).statusCode();
  }

  private int status(String user, String path) {
    return Visitor.loggedIn(port, user).getJson(path).statusCode();
  }

  /** Every pattern of every handler and servlet, with x in the place of what varies. */
  private Set<String> inventory() {
    Stream<String> controllers =
        beans.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
            .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
            .flatMap(info -> info.getPatternValues().stream());
    Stream<String> resources =
        beans.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
            .flatMap(mapping -> mapping.getHandlerMap().keySet().stream());
    Stream<String> servlet =
        servlets.getServletRegistrations().values().stream()
            .flatMap(registration -> patterns(registration.getMappings()));
    var routes = new TreeSet<String>();
    Stream.of(controllers, resources, servlet)
        .flatMap(patterns -> patterns)
        .map(pattern -> pattern.replaceAll("\\{[^}]*}|\\*+", "x"))
        .map(pattern -> pattern.startsWith("/") ? pattern : "/" + pattern)
        .forEach(routes::add);
    return routes;
  }

  private static Stream<String> patterns(Collection<String> mappings) {
    return mappings.stream();
  }
}
