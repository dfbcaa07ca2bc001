package org.leadflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the product: one process that takes leads in, routes them, and serves its people. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Leadflow {

  public static void main(String[] arguments) {
    SpringApplication.run(Leadflow.class, arguments);
  }
}
