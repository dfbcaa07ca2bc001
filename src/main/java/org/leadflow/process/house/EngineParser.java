package org.leadflow.process.house;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Lets the engine read a diagram without deploying it. A deployment stops at the first broken file;
 * here every file is heard.
 */
final class EngineParser {

  private final ProcessEngineConfigurationImpl configuration;

  EngineParser(ProcessEngine engine) {
    this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  /** What the engine has against the diagram; empty when it would take it. */
  List<String> problemsIn(ProcessFile diagram) {
    try {
      configuration.getCommandExecutorTxRequired().execute(context -> parse(diagram));
      return List.of();
    } catch (ParseException refused) {
      return refused.getResorceReports().stream()
          .flatMap(report -> report.getErrors().stream())
          .map(InWords::of)
          .flatMap(Optional::stream)
          .distinct()
          .toList();
    } catch (ProcessEngineException refused) {
      return List.of(InWords.of(refused.getMessage()));
    }
  }

  private Void parse(ProcessFile diagram) {
    var nowhere = new DeploymentEntity();
    nowhere.setId("check");
    nowhere.setNew(true);
    new BpmnParser(configuration.getExpressionManager(), configuration.getBpmnParseFactory())
        .createParse()
        .sourceInputStream(diagram.open())
        .deployment(nowhere)
        .name(diagram.name())
        .execute();
    return null;
  }
}
