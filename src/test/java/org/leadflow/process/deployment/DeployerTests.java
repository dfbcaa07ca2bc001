package org.leadflow.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.leadflow.process.deployment.Folders.callActivity;
import static org.leadflow.process.deployment.Folders.folder;
import static org.leadflow.process.deployment.Folders.form;
import static org.leadflow.process.deployment.Folders.process;
import static org.leadflow.process.deployment.Folders.serviceTask;
import static org.leadflow.process.deployment.Folders.userTask;
import static org.leadflow.process.deployment.Folders.withALongTag;
import static org.leadflow.process.deployment.Folders.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadflow.process.house.BuildingBlocks;
import org.leadflow.process.house.InMemoryEngine;
import org.leadflow.process.house.ProcessFolder;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class DeployerTests {

  private static ProcessEngine engine;

  @TempDir Path directory;
  private Deployer deployer;

  @BeforeAll
  static void startEngine() {
    engine = InMemoryEngine.with(new HashMap<>());
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  @BeforeEach
  void aSoundFolder() throws IOException {
    write(directory, "lead.bpmn", process("lead", callActivity("offer")));
    write(directory, "emea/offer.bpmn", process("offer", userTask("ask")));
    write(directory, "emea/ask.form", form("ask"));
    write(directory, "score.bpmn", process("score", serviceTask("scoreLead")));
    deployer =
        new Deployer(
            engine, new BuildingBlocks(Set.of("scoreLead"), Set.of("presentLead")), List.of());
  }

  @AfterEach
  void forgetEverything() {
    repository().createDeploymentQuery().list().stream()
        .forEach(deployment -> repository().deleteDeployment(deployment.getId(), true));
  }

  @Test
  void theWholeFolderIsOneDeploymentWithNamesBelowTheFolder() {
    assertThat(keys(deployer.deploy(folder(directory)).changed()))
        .containsExactlyInAnyOrder("lead", "offer", "score");

    var deployment = repository().createDeploymentQuery().singleResult();
    assertThat(deployment.getName()).isEqualTo("processes");
    assertThat(repository().getDeploymentResources(deployment.getId()))
        .extracting(Resource::getName)
        .containsExactlyInAnyOrder("lead.bpmn", "emea/offer.bpmn", "emea/ask.form", "score.bpmn");
  }

  @Test
  void deployingTwiceGivesOneVersion() {
    deployer.deploy(folder(directory));

    assertThat(deployer.deploy(folder(directory)).changed()).isEmpty();
    assertThat(repository().createDeploymentQuery().count()).isOne();
    assertThat(repository().createProcessDefinitionQuery().list())
        .extracting(ProcessDefinition::getVersion)
        .containsOnly(1);
  }

  @Test
  void aChangedFileGetsANewVersionAndNoOtherDoes() throws IOException {
    deployer.deploy(folder(directory));
    write(directory, "score.bpmn", process("score", serviceTask("scoreLead") + "<!-- again -->"));

    assertThat(keys(deployer.deploy(folder(directory)).changed())).containsExactly("score");

    assertThat(repository().createProcessDefinitionQuery().latestVersion().list())
        .extracting(ProcessDefinition::getKey, ProcessDefinition::getVersion)
        .containsExactlyInAnyOrder(tuple("lead", 1), tuple("offer", 1), tuple("score", 2));
  }

  @Test
  void aChangedFormIsTheOnlyThingDeployed() throws IOException {
    deployer.deploy(folder(directory));
    write(directory, "emea/ask.form", form("ask") + " ");

    assertThat(deployer.deploy(folder(directory)).changed()).isEmpty();

    var latest = repository().createDeploymentQuery().orderByDeploymentTime().desc().list().get(0);
    assertThat(repository().getDeploymentResources(latest.getId()))
        .extracting(Resource::getName)
        .containsExactly("emea/ask.form");
  }

  @Test
  void aCopyInADirectoryContinuesTheVersionsOfTheCopyInTheProduct() {
    var resources = new PathMatchingResourcePatternResolver();
    var tolerant = new Deployer(engine, BuildingBlocks.ofTheseClasses(), List.of());

    tolerant.deploy(new ProcessFolder(resources, "classpath:processes/"));

    assertThat(tolerant.deploy(new ProcessFolder(resources, "file:./processes")).changed())
        .isEmpty();
  }

  @Test
  void everyMistakeIsNamedWithItsFileAndNothingIsDeployed() throws IOException {
    write(directory, "lead.bpmn", process("leads", callActivity("offers")));
    write(directory, "emea/offer.bpmn", process("offer", userTask("question")));
    write(directory, "emea/ask.form", form("answer"));
    write(directory, "score.bpmn", process("score", serviceTask("scoreLeads")));
    write(directory, "americas/score.bpmn", process("score", serviceTask("scoreLead")));
    write(directory, "torn.form", "{\n \"id\": ");

    assertThat(problems())
        .containsExactlyInAnyOrder(
            "americas/score.bpmn, score.bpmn: these files have the same name, so one would hide the other",
            "lead.bpmn: must hold exactly one process, with the id lead, but holds [leads]",
            "lead.bpmn: callActivity \"Call\" (step) calls the process offers, but there is no offers.bpmn;"
                + " did you mean offer?",
            "emea/offer.bpmn: userTask \"Look\" (step) shows the form question, but there is no"
                + " question.form; there are ask, torn",
            "emea/ask.form: must have the id ask, but has answer",
            "score.bpmn: serviceTask \"Act\" (step): there is no building block ${scoreLeads}; did you mean"
                + " scoreLead?",
            "torn.form: line 2: Unexpected end-of-input within/between Object entries");
    assertThat(repository().createDeploymentQuery().count()).isZero();
  }

  @Test
  void theEngineIsAskedAboutEveryDiagramNotOnlyTheFirstBrokenOne() throws IOException {
    write(directory, "lead.bpmn", process("lead", "<bpmn:userTask id='other' />"));
    write(directory, "score.bpmn", process("score", "<bpmn:serviceTask id='step' />"));
    write(directory, "torn.bpmn", "<bpmn:definitions");
    String mortal =
        process("mortal", userTask("ask")).replace("camunda:historyTimeToLive=\"P1D\"", "");
    write(directory, "mortal.bpmn", mortal);

    assertThat(problems())
        .anyMatch(it -> it.startsWith("lead.bpmn: line ") && it.contains("step is not there"))
        .anyMatch(
            it -> it.startsWith("score.bpmn: line ") && it.contains("calls no building block"))
        .anyMatch(it -> it.startsWith("torn.bpmn: "))
        .anyMatch(it -> it.startsWith("mortal.bpmn: ") && it.contains("time to live"));
  }

  @Test
  void aFolderWithoutDiagramsIsRefused() throws IOException {
    for (String name : List.of("lead.bpmn", "emea/offer.bpmn", "score.bpmn")) {
      Files.delete(directory.resolve(name));
    }

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("there is no diagram in this folder");
  }

  @Test
  void whatOnlyTheEngineRefusesIsAFindingTooAndNothingIsDeployed() throws IOException {
    deployer.deploy(folder(directory));
    write(directory, "lead.bpmn", process("lead", callActivity("offer") + "<!-- again -->"));
    write(directory, "score.bpmn", withALongTag(process("score", serviceTask("scoreLead"))));

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("cannot be stored: Value too long")
        .contains("VERSION_TAG_")
        .doesNotContain("SQL");

    assertThat(repository().createDeploymentQuery().count()).isOne();
    assertThat(repository().createProcessDefinitionQuery().list())
        .extracting(ProcessDefinition::getVersion)
        .containsOnly(1);
    write(directory, "score.bpmn", process("score", serviceTask("scoreLead")));
    assertThat(keys(deployer.deploy(folder(directory)).changed())).containsExactly("lead");
  }

  @Test
  void whatTheEngineRefusesNamesItsFile() {
    var thrown =
        new IllegalStateException("Could not parse score.bpmn.", new IOException("It is torn"));

    assertThat(SaidByEngine.about(folder(directory), thrown))
        .containsExactly("score.bpmn: Could not parse score.bpmn. It is torn");
  }

  private List<String> problems() {
    return catchThrowableOfType(BrokenProcessFolder.class, () -> deployer.deploy(folder(directory)))
        .problems();
  }

  private static List<String> keys(List<ProcessDefinition> definitions) {
    return definitions.stream().map(ProcessDefinition::getKey).toList();
  }

  private static RepositoryService repository() {
    return engine.getRepositoryService();
  }
}
