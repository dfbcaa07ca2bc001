package org.leadflow.process.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.leadflow.process.house.TaskBlocks;
import org.springframework.stereotype.Component;

/** Lets the engine see the building blocks that element templates put at tasks for people. */
@Component
class TaskBlocksOfThisEngine extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> listeners =
        new ArrayList<>(
            Objects.requireNonNullElse(engine.getCustomPostBPMNParseListeners(), List.of()));
    listeners.add(new TaskBlocks());
    engine.setCustomPostBPMNParseListeners(listeners);
  }
}
