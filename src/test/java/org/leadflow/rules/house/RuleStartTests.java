package org.leadflow.rules.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.rules.BrokenRules;
import org.leadflow.rules.Rulebook;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The room alone, started as the application starts it. */
@ExtendWith(OutputCaptureExtension.class)
class RuleStartTests {

  @Test
  void theRulesOfTheProgramAreAtWorkOnceItStarted() {
    try (ConfigurableApplicationContext context = start("classpath:rules/")) {
      assertThat(context.getBean(Rulebook.class).contains("scoring")).isTrue();
    }
  }

  @Test
  void brokenRulesStopTheStartWithoutAStackTrace(@TempDir Path rules, CapturedOutput output)
      throws Exception {
    Files.createDirectories(rules.resolve("scoring"));
    Files.writeString(rules.resolve("scoring/size.drl"), "package scoring\nrul \"x\"\n");

    assertThatThrownBy(() -> start(rules.toString())).hasRootCauseInstanceOf(BrokenRules.class);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("The rules in " + rules + " are not put to work, ")
        .contains("  screening: there are no rules here, but every lead needs them")
        .contains("  scoring/size.drl:2: this cannot be read: ")
        .contains("rules/README.md")
        .doesNotContain("at org.leadflow");
  }

  private static ConfigurableApplicationContext start(String location) {
    return new SpringApplicationBuilder(RoomAlone.class)
        .web(WebApplicationType.NONE)
        .properties(
            "leadflow.rules.location=" + location, "spring.config.location=optional:file:none/")
        .run();
  }

  @Configuration
  @ComponentScan("org.leadflow.rules")
  @ConfigurationPropertiesScan("org.leadflow.rules")
  static class RoomAlone {}
}
