package org.leadflow.organization;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the demo users log in.
 *
 * @param password of all of them; empty: one is made up at every start
 */
@ConfigurationProperties("leadflow.demo")
record DemoSettings(@DefaultValue("") String password) {

  /** Without the password, so that it never lands in a log. */
  @Override
  public String toString() {
    return "DemoSettings";
  }

  /** Gives the demo its password; without a file there are no demo users. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "leadflow.demo.enabled", havingValue = "true")
  static class Demo {

    @Bean
    @ConditionalOnProperty("leadflow.organization.file")
    DemoCredentials demoCredentials(DemoSettings settings) {
      String given = settings.password();
      return new DemoCredentials(given.isEmpty() ? Passwords.makeUp() : given);
    }
  }
}
