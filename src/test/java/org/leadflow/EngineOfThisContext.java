package org.leadflow;

import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Camunda's web applications find their engine in a register that all applications of one JVM
 * share, and the newest start wins. Tests keep several applications running, so each class puts its
 * own engine there before it begins.
 */
class EngineOfThisContext extends AbstractTestExecutionListener {

  @Override
  public void beforeTestClass(TestContext test) {
    ProcessEngine mine =
        test.getApplicationContext().getBeanProvider(ProcessEngine.class).getIfAvailable();
    if (mine == null) {
      return;
    }
    RuntimeContainerDelegate container = RuntimeContainerDelegate.INSTANCE.get();
    ProcessEngine registered = container.getProcessEngineService().getDefaultProcessEngine();
    if (registered != null && registered != mine) {
      container.unregisterProcessEngine(registered);
    }
    if (registered != mine) {
      container.registerProcessEngine(mine);
    }
    ProcessEngines.registerProcessEngine(mine);
  }
}
