package org.leadflow.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadflow.process.deployment.Folders.process;
import static org.leadflow.process.deployment.Folders.serviceTask;
import static org.leadflow.process.deployment.Folders.withALongTag;
import static org.leadflow.process.deployment.Folders.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.process.house.InMemoryEngine;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class DeploymentAtStartTests {

  @TempDir Path directory;

  private final ApplicationContextRunner product =
      new ApplicationContextRunner().withUserConfiguration(Wiring.class);

  @Test
  void theConfiguredFolderIsThereWhenTheProductIs() throws IOException {
    write(directory, "score.bpmn", process("score", serviceTask("scoreLead")));

    product
        .withBean("engine", ProcessEngine.class, () -> InMemoryEngine.with(new HashMap<>()))
        .withBean("scoreLead", JavaDelegate.class, () -> execution -> {})
        .withPropertyValues("leadflow.processes.location=file:" + directory)
        .run(
            context ->
                assertThat(
                        context
                            .getBean(ProcessEngine.class)
                            .getRepositoryService()
                            .createProcessDefinitionQuery()
                            .singleResult()
                            .getKey())
                    .isEqualTo("score"));
  }

  @Test
  void aBrokenFolderStopsTheStartWithWordsForADesigner() throws IOException {
    write(directory, "score.bpmn", process("score", serviceTask("scoreLead")));

    product
        .withBean("engine", ProcessEngine.class, () -> InMemoryEngine.with(new HashMap<>()))
        .withPropertyValues("leadflow.processes.location=file:" + directory)
        .run(
            context -> {
              assertThat(context).hasFailed().getFailure().isInstanceOf(BrokenProcessFolder.class);
              var analysis = new BrokenProcessFolderAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis.getDescription())
                  .contains("Nothing was deployed from file:" + directory)
                  .contains(
                      " - score.bpmn: serviceTask \"Act\" (step): there is no building block"
                          + " ${scoreLead}");
            });
  }

  @Test
  void aBrokenFolderLeavesTheProcessesThatWereDeployedBefore() throws IOException {
    ProcessEngine engine = InMemoryEngine.with(new HashMap<>());
    write(directory, "score.bpmn", process("score", serviceTask("scoreLead")));
    start(engine, "scoreLead").run(context -> assertThat(context).hasNotFailed());
    write(directory, "score.bpmn", process("score", serviceTask("scoreLeads")));

    start(engine, "scoreLead").run(context -> assertThat(context).hasNotFailed());

    assertThat(engine.getRepositoryService().createProcessDefinitionQuery().list())
        .extracting(ProcessDefinition::getVersion)
        .containsExactly(1);
    // A product that has lost the block could not work on leads as before either.
    start(engine, "countLead").run(context -> assertThat(context).hasFailed());
  }

  @Test
  void whatOnlyTheEngineRefusesStopsAFirstStartAloneAndInWords() throws IOException {
    ProcessEngine engine = InMemoryEngine.with(new HashMap<>());
    String sound = process("score", serviceTask("scoreLead"));
    write(directory, "score.bpmn", withALongTag(sound));
    start(engine, "scoreLead")
        .run(
            context -> {
              var analysis = new BrokenProcessFolderAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis.getDescription())
                  .contains("Nothing was deployed from file:" + directory)
                  .contains("Value too long");
            });

    write(directory, "score.bpmn", sound);
    start(engine, "scoreLead").run(context -> assertThat(context).hasNotFailed());
    write(directory, "score.bpmn", withALongTag(sound));
    start(engine, "scoreLead").run(context -> assertThat(context).hasNotFailed());

    assertThat(engine.getRepositoryService().createProcessDefinitionQuery().list())
        .extracting(ProcessDefinition::getVersion)
        .containsExactly(1);
  }

  private ApplicationContextRunner start(ProcessEngine engine, String block) {
    return product
        .withBean(
            "engine", ProcessEngine.class, () -> engine, bean -> bean.setDestroyMethodName(""))
        .withBean(block, JavaDelegate.class, () -> execution -> {})
        .withPropertyValues("leadflow.processes.location=file:" + directory);
  }

  @Test
  void theCopyInsideTheProductIsTheDefault() {
    new ApplicationContextRunner()
        .withUserConfiguration(SettingsOnly.class)
        .run(
            context ->
                assertThat(context.getBean(DeploymentSettings.class).location())
                    .isEqualTo("classpath:processes/"));
  }

  @Test
  void withoutTheEngineNothingIsDeployed() {
    product
        .withPropertyValues("camunda.bpm.enabled=false")
        .run(
            context -> assertThat(context).hasNotFailed().doesNotHaveBean(DeploymentAtStart.class));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(DeploymentSettings.class)
  @Import(DeploymentAtStart.class)
  static class Wiring {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(DeploymentSettings.class)
  static class SettingsOnly {}
}
