package org.leadflow.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.leadflow.process.house.BuildingBlocks;
import org.leadflow.process.house.DiagramRule;
import org.leadflow.process.house.Finding;
import org.leadflow.process.house.House;
import org.leadflow.process.house.ProcessFile;
import org.leadflow.process.house.ProcessFolder;
import org.leadflow.process.house.ProcessHouse;

/** Deploys a folder as one deployment; a file that has not changed gets no new version. */
final class Deployer {

  /** All deployments carry one name: the engine looks for unchanged files among its namesakes. */
  static final String DEPLOYMENT = "processes";

  private final RepositoryService repository;
  private final ProcessHouse rules;
  private final BuildingBlocks blocks;

  Deployer(ProcessEngine engine, BuildingBlocks blocks, List<DiagramRule> more) {
    this.repository = engine.getRepositoryService();
    this.rules = new ProcessHouse(engine, blocks, more);
    this.blocks = blocks;
  }

  /**
   * Deploys what has changed.
   *
   * @return the processes that got a new version; empty when nothing has changed
   * @throws BrokenProcessFolder when leads would get stuck with anything in the folder, or the
   *     engine does not take it, for whatever reason; then nothing is deployed
   * @throws RuntimeException when the database failed, so that another start may succeed
   */
  Outcome deploy(ProcessFolder folder) {
    try {
      return deployed(folder);
    } catch (BrokenProcessFolder refused) {
      throw refused;
    } catch (RuntimeException refused) {
      if (SaidByEngine.mayPass(refused)) {
        throw refused;
      }
      // The engine knows more reasons than the check; it has taken everything back.
      List<String> said = SaidByEngine.about(folder, refused);
      throw new BrokenProcessFolder(folder.location(), said, refused);
    }
  }

  private Outcome deployed(ProcessFolder folder) {
    House house = House.of(folder);
    List<Finding> findings = rules.findings(house);
    List<String> stops = findings.stream().filter(Finding::stops).map(Finding::toString).toList();
    if (!stops.isEmpty()) {
      throw new BrokenProcessFolder(folder.location(), stops);
    }
    var deployment = repository.createDeployment().name(DEPLOYMENT).enableDuplicateFiltering(true);
    for (ProcessFile file : house.files()) {
      deployment.addInputStream(file.name(), file.open());
    }
    DeploymentWithDefinitions result = deployment.deployWithResult();
    List<ProcessDefinition> changed = result.getDeployedProcessDefinitions();
    return new Outcome(changed == null ? List.of() : changed, findings.size());
  }

  /**
   * What speaks against going on with what was deployed before; empty when leads can be worked as
   * they were.
   */
  List<String> againstTheLastGoodOne() {
    List<ProcessDefinition> deployed =
        repository.createProcessDefinitionQuery().latestVersion().list();
    if (deployed.isEmpty()) {
      return List.of("nothing was deployed before");
    }
    List<String> missing = new ArrayList<>();
    for (ProcessDefinition process : deployed) {
      Set<String> gone =
          new TreeSet<>(House.blocksIn(repository.getBpmnModelInstance(process.getId())));
      gone.removeAll(blocks.steps());
      gone.removeAll(blocks.listeners());
      if (!gone.isEmpty()) {
        missing.add(
            "%s version %d calls %s, which this product does not have"
                .formatted(process.getKey(), process.getVersion(), gone));
      }
    }
    return missing;
  }

  /**
   * What came of it.
   *
   * @param untidy how many things could be mended for those who read the diagrams
   */
  record Outcome(List<ProcessDefinition> changed, int untidy) {}
}
