package org.leadflow.process.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.leadflow.process.ReplacedSession;
import org.springframework.stereotype.Component;

/**
 * Does not ask the database for the variables of a task that is not there yet: every lead begins
 * with such a task, and what it shows is set on it.
 */
@Component
class VariablesOfNewTasks extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    ReplacedSession.in(engine, VariableInstanceManager.class, Variables::new);
  }

  private static final class Variables extends VariableInstanceManager {

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskId(String taskId) {
      return isNew(taskId) ? new ArrayList<>() : super.findVariableInstancesByTaskId(taskId);
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
        String taskId, Collection<String> names) {
      return isNew(taskId)
          ? new ArrayList<>()
          : super.findVariableInstancesByTaskIdAndVariableNames(taskId, names);
    }

    private boolean isNew(String taskId) {
      CachedDbEntity task =
          getDbEntityManager().getDbEntityCache().getCachedEntity(TaskEntity.class, taskId);
      return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
    }
  }
}
