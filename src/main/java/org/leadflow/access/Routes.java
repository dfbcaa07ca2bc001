package org.leadflow.access;

import static org.leadflow.access.Paths.any;
import static org.leadflow.access.Paths.method;
import static org.leadflow.organization.Role.ADMINISTRATOR;
import static org.leadflow.organization.Role.MANAGER;
import static org.leadflow.organization.Role.OPERATOR;
import static org.leadflow.organization.Role.SELLER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.Set;
import org.leadflow.organization.Role;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * Who may use which path; the first line that fits decides. Which records somebody sees behind a
 * path is up to {@link Permissions}, which tasks up to the engine's authorizations.
 */
@Component
class Routes {

  static final String[] PUBLIC = {
    "/login",
    // Pages link it with its version.
    "/webjars/picocss__pico/css/pico.min.css",
    "/webjars/picocss__pico/*/css/pico.min.css",
    "/console/*",
    "/error",
    "/actuator/health",
    "/actuator/health/liveness",
    "/actuator/health/readiness",
    // A form for anybody, who leaves a lead there and learns nothing.
    "/web-to-lead/**"
  };

  private static final String ENGINE = "/camunda/api/engine/engine/*";

  private final LoggedInCaller callers;

  Routes(LoggedInCaller callers) {
    this.callers = callers;
  }

  void decide(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          paths) {
    paths.requestMatchers(any(PUBLIC)).permitAll();

    // Camunda 7.24 takes a missing direct member of its admin group for a first start (unfixed).
    paths.requestMatchers(any("/camunda/api/admin/setup/**")).denyAll();
    // There is one login, ours.
    paths.requestMatchers(any("/camunda/api/admin/auth/user/*/login/**")).denyAll();
    paths.requestMatchers(any("/engine-rest/**")).denyAll();

    // Users and groups are kept in our organisation; the engine only mirrors them.
    for (String kind : new String[] {"user", "group", "tenant"}) {
      String mirrored = ENGINE + "/" + kind;
      paths.requestMatchers(method(PUT, mirrored + "/**")).denyAll();
      paths.requestMatchers(method(DELETE, mirrored + "/**")).denyAll();
      paths.requestMatchers(method(POST, mirrored + "/create/**")).denyAll();
    }

    // A process is code: it can call any bean.
    paths
        .requestMatchers(method(GET, ENGINE + "/deployment/**"))
        .access(role(OPERATOR, ADMINISTRATOR));
    paths.requestMatchers(any(ENGINE + "/deployment/**")).access(role(ADMINISTRATOR));

    // A task is claimed, answered and dated in Tasklist; whose it is and what it shows is ours.
    // An error nobody catches ends the process, and it brings variables along.
    for (String part :
        new String[] {"delegate", "resolve", "identity-links", "bpmnError", "bpmnEscalation"}) {
      // The engine takes a slash behind the last word as if it were not there.
      String door = ENGINE + "/task/*/" + part + "/**";
      paths.requestMatchers(method(POST, door)).access(role(ADMINISTRATOR));
    }
    paths.requestMatchers(method(POST, ENGINE + "/task/create/**")).access(role(ADMINISTRATOR));
    for (String scope : new String[] {"variables", "localVariables"}) {
      String values = ENGINE + "/task/*/" + scope + "/**";
      paths.requestMatchers(method(POST, values)).access(role(ADMINISTRATOR));
      paths.requestMatchers(method(PUT, values)).access(role(ADMINISTRATOR));
      paths.requestMatchers(method(DELETE, values)).access(role(ADMINISTRATOR));
    }

    // Tasklist asks here who is logged in; all else in the engine's Admin and Cockpit is not for
    // sellers.
    paths
        .requestMatchers(method(GET, "/camunda/api/admin/auth/user/*"))
        .access(role(SELLER, MANAGER, OPERATOR, ADMINISTRATOR));
    paths
        .requestMatchers(
            any(
                "/camunda/app/cockpit/**",
                "/camunda/api/cockpit/**",
                "/camunda/app/admin/**",
                "/camunda/api/admin/**"))
        .access(role(OPERATOR, ADMINISTRATOR));
    paths.requestMatchers(Paths.CAMUNDA).access(role(SELLER, MANAGER, OPERATOR, ADMINISTRATOR));

    paths.requestMatchers(any("/actuator/prometheus")).access(role(OPERATOR, ADMINISTRATOR));

    // How leads go through a process names nobody.
    paths
        .requestMatchers(
            method(GET, "/api/processes/*/figures"),
            method(GET, "/api/processes/*/figures.csv"),
            any("/processes/**"))
        .access(role(MANAGER, OPERATOR, ADMINISTRATOR));

    // What failed, with its cause, is for those who run the product.
    paths
        .requestMatchers(
            any("/api/incidents/**", "/api/outbox/**", "/api/processes/**", "/operations/**"))
        .access(role(OPERATOR, ADMINISTRATOR));

    // Drafts of rules are tried and compared by those who answer for leads of others.
    paths
        .requestMatchers(any("/api/leads/try", "/api/replays/**", "/try", "/replays/**"))
        .access(role(MANAGER, OPERATOR, ADMINISTRATOR));

    // Forms on web sites, and what was held of what came in by them.
    paths
        .requestMatchers(any("/api/web-forms/**", "/api/web-submissions/**", "/web-forms/**"))
        .access(role(MANAGER, OPERATOR, ADMINISTRATOR));

    // A message of another system has no login; its door asks for a signature or a secret.
    paths.requestMatchers(method(POST, "/api/webhooks/*")).permitAll();
    paths
        .requestMatchers(
            any("/api/webhook-sources/**", "/api/webhook-deliveries/**", "/webhooks/**"))
        .access(role(OPERATOR, ADMINISTRATOR));

    // What money is worth is read by everybody.
    paths
        .requestMatchers(
            method(PUT, "/api/currencies/**"), method(PUT, "/api/organization/units/*/currency"))
        .access(role(ADMINISTRATOR));

    // Who there is, administrators decide; managers look after people and teams of theirs.
    paths
        .requestMatchers(
            any("/api/organization/export", "/api/organization/import"),
            method(POST, "/api/organization/units"),
            method(PATCH, "/api/organization/units/*"),
            method(POST, "/api/organization/partners"),
            method(PATCH, "/api/organization/partners/*"),
            method(POST, "/api/organization/calendars"),
            method(PATCH, "/api/organization/calendars/*"),
            method(DELETE, "/api/organization/calendars/*"),
            method(POST, "/api/organization/teams"),
            method(PATCH, "/api/organization/teams/*"),
            method(PUT, "/api/organization/teams/*/managers/*"),
            method(DELETE, "/api/organization/teams/*/managers/*"),
            method(POST, "/api/organization/users"),
            method(PATCH, "/api/organization/users/*"),
            method(PUT, "/api/organization/users/*/password"))
        .access(role(ADMINISTRATOR));
    paths
        .requestMatchers(
            any("/organization/import"),
            method(POST, "/organization/**"),
            method(POST, "/calendars/**"),
            method(POST, "/teams/*"),
            method(POST, "/teams/*/managers/**"),
            method(POST, "/users"),
            method(POST, "/users/*"),
            method(POST, "/users/*/active"),
            method(POST, "/users/*/password"))
        .access(role(ADMINISTRATOR));

    // So is how leads are converted.
    paths
        .requestMatchers(
            method(PUT, "/api/field-mappings"), method(PUT, "/api/organization/units/*/conversion"))
        .access(role(ADMINISTRATOR));

    // A rule is code, too: whoever changes one runs it in the product.
    paths
        .requestMatchers(method(GET, "/api/rule-sets/**"), method(GET, "/rules/**"))
        .access(role(MANAGER, OPERATOR, ADMINISTRATOR));
    // Managers ask what would come of publishing; the door itself publishes nothing of theirs.
    paths
        .requestMatchers(method(POST, "/api/rule-sets/*/versions"), method(POST, "/rules/*/check"))
        .access(role(MANAGER, OPERATOR, ADMINISTRATOR));
    paths
        .requestMatchers(any("/api/rule-sets/**", "/rules/**"))
        .access(role(OPERATOR, ADMINISTRATOR));

    // So is how often they fire; what leads cost is for those who answer for a unit.
    paths
        .requestMatchers(
            any(
                "/api/reports/rules",
                "/api/reports/rules.csv",
                "/api/reports/costs/**",
                "/reports/rules",
                "/reports/costs/**"))
        .access(role(MANAGER, OPERATOR, ADMINISTRATOR));

    paths.anyRequest().access(role());
  }

  private ActiveUser role(Role... anyOf) {
    return new ActiveUser(callers, Set.of(anyOf));
  }
}
