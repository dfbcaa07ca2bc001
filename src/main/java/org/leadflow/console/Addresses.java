package org.leadflow.console;

import org.springframework.core.env.Environment;

/** Where to open the product on this machine, with the ports it really got. */
final class Addresses {

  private final Environment environment;

  Addresses(Environment environment) {
    this.environment = environment;
  }

  String page(String path) {
    return base("local.server.port") + setting("server.servlet.context-path", "") + path;
  }

  String health() {
    boolean sameDoor = !environment.containsProperty("management.server.port");
    String path = setting("management.endpoints.web.base-path", "/actuator") + "/health";
    return sameDoor
        ? page(path)
        : base("local.management.port") + setting("management.server.base-path", "") + path;
  }

  boolean hasApiDocument() {
    return environment.getProperty("springdoc.swagger-ui.enabled", Boolean.class, true);
  }

  private String base(String port) {
    boolean encrypted =
        environment.containsProperty("server.ssl.key-store")
            || environment.containsProperty("server.ssl.certificate")
            || environment.containsProperty("server.ssl.bundle");
    return (encrypted ? "https" : "http") + "://localhost:" + setting(port, "");
  }

  private String setting(String name, String otherwise) {
    return environment.getProperty(name, otherwise);
  }
}
