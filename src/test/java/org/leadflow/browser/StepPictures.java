package org.leadflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.process.house.CheckProcesses;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Takes the last pictures of processes/README.md, of the example that the first ones leave behind:
 * as the check draws it, and as it runs. No test: its name keeps it out of the build.
 */
@RunningDemo
class StepPictures {

  private static final String DIAGRAM = "lead-qualification.bpmn";
  private static final String FORM = "review-lead.form";
  private static final Path EXAMPLE = Path.of("src/test/resources/example");
  private static final Path STEPS = Path.of("processes/pictures/steps");

  @LocalServerPort int port;
  @Autowired RepositoryService repository;
  @TempDir Path folder;
  @TempDir Path profile;

  @Test
  void takesThePicturesOfTheLastSteps() throws IOException {
    for (String file : List.of(DIAGRAM, FORM)) {
      Files.copy(EXAMPLE.resolve(file), folder.resolve(file));
    }
    CheckProcesses.run(
        List.of(folder.toString(), "--draw"), new PrintStream(OutputStream.nullOutputStream()));
    Files.copy(
        folder.resolve("pictures/lead-qualification.svg"),
        STEPS.resolve("5-drawn.svg"),
        StandardCopyOption.REPLACE_EXISTING);

    String version =
        repository
            .createDeployment()
            .addInputStream(DIAGRAM, Files.newInputStream(folder.resolve(DIAGRAM)))
            .addInputStream(FORM, Files.newInputStream(folder.resolve(FORM)))
            .deployWithResult()
            .getDeployedProcessDefinitions()
            .get(0)
            .getId();
    assertThat(version).startsWith("lead-qualification:2:");

    var api = new Api(port);
    for (String company : List.of("Vogel Antriebe GmbH", "Kranbau Ohlsen AG")) {
      api.disqualify(api.routed(Leads.german(company)).path("leadId").asText());
    }
    try (var browser = new Browser(profile, port)) {
      browser.logIn("lena");
      browser.resize(1280, 1250);
      browser.open("/processes/lead-qualification?version=2&heat=NOW");
      browser.picture(STEPS, "6-deployed");
    }
  }
}
