package org.leadflow.process.deployment;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Deploys the configured folder when every building block exists and before the web port opens or a
 * job runs: both start only after this.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.enabled", havingValue = "true", matchIfMissing = true)
class DeploymentAtStart implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(DeploymentAtStart.class);

  private final Deployer deployer;
  private final ProcessFolder folder;

  DeploymentAtStart(ProcessEngine engine, ApplicationContext context, DeploymentSettings settings) {
    this.deployer = new Deployer(engine, new BlocksInUse(context::containsBean));
    this.folder = new ProcessFolder(context, settings.location());
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<ProcessDefinition> changed = deployer.deploy(folder);
    log.info(
        "Processes from {}: {}",
        folder.location(),
        changed.isEmpty() ? "unchanged" : names(changed));
  }

  private static String names(List<ProcessDefinition> changed) {
    return changed.stream()
        .map(process -> process.getKey() + " version " + process.getVersion())
        .collect(Collectors.joining(", "));
  }
}
