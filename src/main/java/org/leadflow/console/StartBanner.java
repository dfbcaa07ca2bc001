package org.leadflow.console;

import java.util.Map;
import java.util.TreeMap;
import org.leadflow.organization.DemoCredentials;
import org.leadflow.organization.Organization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Says, once everything is ready, which addresses to open, and in the demo who can log in there. A
 * password that somebody configured for the administrator is never printed.
 */
@Component
class StartBanner {

  private static final Logger log = LoggerFactory.getLogger(StartBanner.class);

  /** Those of the demo organisation who see most between them. */
  private static final Map<String, String> WORTH_TRYING =
      new TreeMap<>(
          Map.of(
              "anna", "sells: has leads of her own and those of her team",
              "freja", "works for a partner: sees its leads and no others",
              "lena", "manages: decides at the lead desk what no rule took, sees all leads"));

  private final Environment environment;
  private final ObjectProvider<DemoCredentials> demo;
  private final Organization organization;

  StartBanner(
      Environment environment, ObjectProvider<DemoCredentials> demo, Organization organization) {
    this.environment = environment;
    this.demo = demo;
    this.organization = organization;
  }

  @EventListener
  void print(AvailabilityChangeEvent<ReadinessState> change) {
    if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC
        && environment.containsProperty("local.server.port")) {
      log.info("{}", text());
    }
  }

  String text() {
    var addresses = new Addresses(environment);
    var text = new StringBuilder("Leadflow is ready.\n\n");
    line(text, "Start page", addresses.page("/"));
    line(text, "Tasklist", addresses.page("/camunda/app/tasklist/default/"));
    if (addresses.hasApiDocument()) {
      line(text, "API document", addresses.page("/swagger-ui/index.html"));
    }
    line(text, "Health", addresses.health());
    text.append('\n');
    demo.ifAvailable(credentials -> users(text, credentials.password()));
    return text.toString();
  }

  private void users(StringBuilder text, String password) {
    text.append("  Every demo user has the password ").append(password).append("\n\n");
    WORTH_TRYING.forEach(
        (id, what) -> organization.user(id).ifPresent(user -> line(text, id, what)));
    String administrator = environment.getProperty("leadflow.administrator.id", "admin");
    boolean configured = !environment.getProperty("leadflow.administrator.password", "").isEmpty();
    line(
        text,
        administrator,
        "administers: sees everything, also the engine's Cockpit"
            + (configured ? " (has the password you configured)" : ""));
    text.append('\n');
  }

  private static void line(StringBuilder text, String what, String value) {
    text.append("  %-14s %s%n".formatted(what, value));
  }
}
