package org.leadflow.process.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets the engine take the organisation's ids; by itself it refuses a hyphen. */
@Component
class EngineIds extends AbstractProcessEnginePlugin {

  private static final String READABLE = "[A-Za-z0-9._-]{1,64}";

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setUserResourceWhitelistPattern(READABLE);
    engine.setGroupResourceWhitelistPattern(READABLE);
  }
}
