package org.leadflow;

import java.util.Arrays;
import org.leadflow.process.house.CheckProcesses;
import org.leadflow.rules.author.CheckRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the product: one process that takes leads in, routes them, and serves its people. With
 * {@code check-rules} or {@code check-processes} it only checks a folder of rules or processes.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Leadflow {

  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(CheckRules.COMMAND)) {
      CheckRules.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    if (arguments.length > 0 && arguments[0].equals(CheckProcesses.COMMAND)) {
      CheckProcesses.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    SpringApplication.run(Leadflow.class, arguments);
  }
}
