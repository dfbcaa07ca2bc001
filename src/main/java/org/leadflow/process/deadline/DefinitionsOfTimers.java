package org.leadflow.process.deadline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.leadflow.process.ReplacedSession;
import org.springframework.stereotype.Component;

/**
 * Knows for a few seconds whether timers of a kind are suspended and how urgent they are: the
 * engine would read it for every timer of every lead. A process that runs only reads it; a command
 * that changes it gets the row itself.
 */
@Component
class DefinitionsOfTimers extends AbstractProcessEnginePlugin {

  private static final Duration TRUSTED = Duration.ofSeconds(5);

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    ReplacedSession.in(engine, JobDefinitionManager.class, Definitions::new);
  }

  private record Known(JobDefinitionEntity definition, long nanos) {}

  private final class Definitions extends JobDefinitionManager {

    @Override
    public JobDefinitionEntity findById(String id) {
      if (Context.getCoreExecutionContext() == null) {
        return super.findById(id);
      }
      Known last = known.get(id);
      if (last != null && System.nanoTime() - last.nanos < TRUSTED.toNanos()) {
        return last.definition;
      }
      JobDefinitionEntity read = super.findById(id);
      if (read != null) {
        known.put(id, new Known(read, System.nanoTime()));
      }
      return read;
    }
  }
}
