package org.leadflow.process.deployment;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** Deploys a folder as one deployment; a file that has not changed gets no new version. */
final class Deployer {

  /** All deployments carry one name: the engine looks for unchanged files among its namesakes. */
  static final String DEPLOYMENT = "processes";

  private final ProcessEngine engine;
  private final ProcessFolderCheck check;

  Deployer(ProcessEngine engine, BlocksInUse blocks) {
    this.engine = engine;
    this.check = new ProcessFolderCheck(new EngineParser(engine)::problemsIn, blocks);
  }

  /**
   * Deploys what has changed.
   *
   * @return the processes that got a new version; empty when nothing has changed
   * @throws BrokenProcessFolder when anything in the folder is wrong; then nothing is deployed
   */
  List<ProcessDefinition> deploy(ProcessFolder folder) {
    List<ProcessFile> files = folder.files();
    List<String> problems = check.problemsIn(files);
    if (!problems.isEmpty()) {
      throw new BrokenProcessFolder(folder.location(), problems);
    }
    var deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .name(DEPLOYMENT)
            .enableDuplicateFiltering(true);
    files.forEach(file -> deployment.addInputStream(file.name(), file.open()));
    DeploymentWithDefinitions result = deployment.deployWithResult();
    List<ProcessDefinition> changed = result.getDeployedProcessDefinitions();
    return changed == null ? List.of() : changed;
  }
}
