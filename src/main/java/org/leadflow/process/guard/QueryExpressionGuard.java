package org.leadflow.process.guard;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Puts the guard into the engine before anything is evaluated. */
@Component
class QueryExpressionGuard extends AbstractProcessEnginePlugin {

  private final ApplicationContext beans;

  QueryExpressionGuard(ApplicationContext beans) {
    this.beans = beans;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new GuardedExpressions(beans, engine.getBeans()));
  }
}
