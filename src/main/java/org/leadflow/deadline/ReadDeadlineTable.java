package org.leadflow.deadline;

import org.leadflow.core.DesignersTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The table as it stands when the product starts; a start with one that is wrong fails. */
@Configuration(proxyBeanMethods = false)
class ReadDeadlineTable {

  @Bean
  DeadlineTable deadlineTable(DeadlineSettings settings, DesignersTables tables) {
    return tables.read(
        "leadflow.deadlines.table", settings.table(), "deadlines.csv", DeadlineTableReader::table);
  }
}
