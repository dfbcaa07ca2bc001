package org.leadflow.process.identity;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Grants a task to its assignee and candidates as the engine does, without asking the database what
 * was granted before where the task itself is not there yet: every lead begins with such a task.
 */
@Component
class GrantsOfNewTasks extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setResourceAuthorizationProvider(new Provider());
  }

  private static class Provider extends DefaultAuthorizationProvider {

    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorization(
        String taskId, @Nullable String userId, @Nullable String groupId, Resource resource) {
      return isNew(taskId) ? null : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    private static boolean isNew(String taskId) {
      CachedDbEntity task =
          Context.getCommandContext()
              .getDbEntityManager()
              .getDbEntityCache()
              .getCachedEntity(TaskEntity.class, taskId);
      return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
    }
  }
}
