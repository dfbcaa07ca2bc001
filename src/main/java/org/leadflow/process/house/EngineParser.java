package org.leadflow.process.house;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;

/**
 * Lets the engine read a diagram without deploying it. A deployment stops at the first broken file;
 * here every file is heard.
 */
final class EngineParser {

  private final ProcessEngineConfigurationImpl configuration;

  EngineParser(ProcessEngine engine) {
    this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  /**
   * What the engine has against the diagram; empty when it would take it.
   *
   * @param read the same diagram, by which elements are called; null when it cannot be read
   * @param said elements about which everything is said already
   */
  List<String> problemsIn(ProcessFile diagram, @Nullable HouseDiagram read, Set<String> said) {
    try {
      configuration.getCommandExecutorTxRequired().execute(context -> parse(diagram));
      return List.of();
    } catch (ParseException refused) {
      return refused.getResorceReports().stream()
          .flatMap(report -> report.getErrors().stream())
          .filter(problem -> said.stream().noneMatch(id -> isAbout(problem, id)))
          .map(problem -> InWords.of(problem, read))
          .flatMap(Optional::stream)
          .distinct()
          .toList();
    } catch (ProcessEngineException refused) {
      return List.of(InWords.of(refused.getMessage()));
    }
  }

  private static boolean isAbout(Problem problem, String id) {
    return id.equals(problem.getMainElementId()) || problem.getMessage().contains("'" + id + "'");
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
