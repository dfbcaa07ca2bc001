package org.leadflow.process.deployment;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.leadflow.process.house.BuildingBlocks;
import org.leadflow.process.house.DiagramRule;
import org.leadflow.process.house.ProcessFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Deploys the configured folder when every building block exists and before the web port opens or a
 * job runs: both start only after this. A folder that is not sound is refused; leads then go the
 * way that was deployed last. Only where there is none, or where it cannot be gone any more, the
 * start ends.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.enabled", havingValue = "true", matchIfMissing = true)
class DeploymentAtStart implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(DeploymentAtStart.class);

  private final ProcessEngine engine;
  private final ApplicationContext context;
  private final ObjectProvider<DiagramRule> more;
  private final ProcessFolder folder;

  DeploymentAtStart(
      ProcessEngine engine,
      ApplicationContext context,
      ObjectProvider<DiagramRule> more,
      DeploymentSettings settings) {
    this.engine = engine;
    this.context = context;
    this.more = more;
    this.folder = new ProcessFolder(context, settings.location());
  }

  @Override
  public void afterSingletonsInstantiated() {
    var deployer = new Deployer(engine, BuildingBlocks.of(context), more.orderedStream().toList());
    try {
      Deployer.Outcome outcome = deployer.deploy(folder);
      log.info(
          "Processes from {}: {}{}",
          folder.location(),
          outcome.changed().isEmpty() ? "unchanged" : names(outcome.changed()),
          outcome.untidy() == 0
              ? ""
              : "; check-processes tells of " + outcome.untidy() + " untidy things");
    } catch (BrokenProcessFolder refused) {
      if (!deployer.againstTheLastGoodOne().isEmpty()) {
        throw refused;
      }
      log.error("{}%nThe processes deployed before stay.".formatted(), refused.getMessage());
      log.debug("Where that was found", refused);
    }
  }

  private static String names(List<ProcessDefinition> changed) {
    return changed.stream()
        .map(process -> process.getKey() + " version " + process.getVersion())
        .collect(Collectors.joining(", "));
  }
}
