package org.leadflow.process.tasklist;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Refuses a start with which no Tasklist would work: it asks for 2000 filters at once, and under a
 * lower limit gets none.
 */
@Component
class FilterLimit extends AbstractProcessEnginePlugin {

  private static final int ASKED_FOR = 2_000;

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getQueryMaxResultsLimit() < ASKED_FOR) {
      throw new IllegalStateException(
          "camunda.bpm.generic-properties.properties.query-max-results-limit is %d; Tasklist needs %d."
              .formatted(engine.getQueryMaxResultsLimit(), ASKED_FOR));
    }
  }
}
