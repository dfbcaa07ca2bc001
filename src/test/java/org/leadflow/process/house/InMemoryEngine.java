package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** A real engine on a database in memory, without Spring and without a job executor. */
public final class InMemoryEngine {

  private InMemoryEngine() {}

  /** A new engine with nothing deployed; {@code beans} are what expressions may call. */
  public static ProcessEngine with(Map<Object, Object> beans, BpmnParseListener... listeners) {
    var configuration = new StandaloneInMemProcessEngineConfiguration();
    String name = "engine-" + UUID.randomUUID();
    configuration.setProcessEngineName(name);
    configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0");
    configuration.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration.setBeans(beans);
    configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(listeners)));
    return configuration.buildProcessEngine();
  }
}
