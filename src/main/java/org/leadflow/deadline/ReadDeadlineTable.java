package org.leadflow.deadline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** The table as it stands when the product starts; a start with one that is wrong fails. */
@Configuration(proxyBeanMethods = false)
class ReadDeadlineTable {

  @Bean
  DeadlineTable deadlineTable(DeadlineSettings settings, ResourceLoader resources) {
    try {
      return DeadlineTableReader.table(
          resources.getResource(settings.table()).getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException fault) {
      throw new InvalidConfigurationPropertyValueException(
          "leadflow.deadlines.table", settings.table(), fault.getMessage());
    }
  }
}
