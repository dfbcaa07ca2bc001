package org.leadflow.process.deployment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.CacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Remembered;
import org.springframework.stereotype.Component;

/**
 * Remembers processes for some seconds; the engine asks the database for each one it starts or
 * calls and for the latest version of each it calls, which for a lead is seven times. What another
 * node deploys or suspends is seen that much later.
 */
@Component
class CalledProcesses extends AbstractProcessEnginePlugin {

  /** As the engine has it. */
  private static final int CAPACITY = 1000;

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setHistoryEventProducer(new RememberingProducer());
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    var cache = new RememberingCache(new DefaultCacheFactory(), CAPACITY);
    cache.setDeployers(engine.getDeployers());
    engine.setDeploymentCache(cache);
  }

  /** What history tells of a definition never changes: its key, version and name. */
  private static final class RememberingProducer extends CacheAwareHistoryEventProducer {

    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
      ProcessDefinitionEntity known =
          Context.getProcessEngineConfiguration()
              .getDeploymentCache()
              .findProcessDefinitionFromCache(id);
      return known == null ? super.getProcessDefinitionEntity(id) : known;
    }
  }

  private static final class RememberingCache extends DeploymentCache {

    private final Map<String, Remembered<ProcessDefinitionEntity>> latest =
        new ConcurrentHashMap<>();

    private final Map<String, Remembered<ProcessDefinitionEntity>> byId = new ConcurrentHashMap<>();

    private RememberingCache(CacheFactory factory, int capacity) {
      super(factory, capacity);
    }

    @Override
    public ProcessDefinitionEntity findDeployedLatestProcessDefinitionByKeyAndTenantId(
        String key, @Nullable String tenantId) {
      return tenantId != null
          ? super.findDeployedLatestProcessDefinitionByKeyAndTenantId(key, tenantId)
          : latest.computeIfAbsent(key, called -> new Remembered<>(() -> found(called))).get();
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionById(String id) {
      return byId.computeIfAbsent(
              id, asked -> new Remembered<>(() -> super.findDeployedProcessDefinitionById(asked)))
          .get();
    }

    private ProcessDefinitionEntity found(String key) {
      return super.findDeployedLatestProcessDefinitionByKeyAndTenantId(key, null);
    }

    @Override
    public void addProcessDefinition(ProcessDefinitionEntity deployed) {
      super.addProcessDefinition(deployed);
      latest.remove(deployed.getKey());
      byId.remove(deployed.getId());
    }

    @Override
    public void discardProcessDefinitionCache() {
      super.discardProcessDefinitionCache();
      latest.clear();
      byId.clear();
    }

    @Override
    public void removeProcessDefinition(String id) {
      super.removeProcessDefinition(id);
      latest.clear();
      byId.clear();
    }
  }
}
