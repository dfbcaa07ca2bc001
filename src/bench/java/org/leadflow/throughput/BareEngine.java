package org.leadflow.throughput;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.leadflow.core.TidiedFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The engine alone, called in the thread of the client, with the same diagrams. Its building blocks are
 * empty, but for the flags that gateways ask for.
 */
final class BareEngine implements Side {

  private final HikariDataSource source;
  private final TidiedFile tidied;
  private final ProcessEngine engine;

  BareEngine(Databases database, String name) throws Exception {
    var pool = new HikariConfig();
    pool.setJdbcUrl(database.url(name));
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(20);
    source = new HikariDataSource(pool);
    tidied = new TidiedFile(source);
    var settings = new StandaloneProcessEngineConfiguration();
    settings.setDataSource(source);
    settings.setDatabaseSchemaUpdate("true");
    settings.setHistory("activity");
    settings.setJobExecutorActivate(false);
    settings.setMetricsEnabled(false);
    settings.setTaskMetricsEnabled(false);
    settings.setDbMetricsReporterActivate(false);
    settings.setHistoryRemovalTimeStrategy("start");
    settings.setIdGenerator(new org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator());
    settings.setBeans(new Blocks());
    engine = settings.buildProcessEngine();
    var deployment = engine.getRepositoryService().createDeployment();
    for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:processes/*.*")) {
      if (file.getFilename().matches(".*\\.(bpmn|form)")) {
        deployment.addInputStream(file.getFilename(), file.getInputStream());
      }
    }
    deployment.deploy();
  }

  /** Runs a lead to its first task. */
  @Override
  public void lead() {
    start();
  }

  /** The same, answering the key of the lead. */
  String start() {
    String key = UUID.randomUUID().toString();
    engine.getRuntimeService().startProcessInstanceByKey("lead-lifecycle", key);
    return key;
  }

  @Override
  public void close() {
    engine.close();
    tidied.close();
    source.close();
  }

  private static void screened(DelegateExecution execution) {
    List.of("screenedOut", "incomplete").forEach(each -> execution.setVariable(each, false));
  }

  private static void timers(DelegateExecution execution) {
    Date tomorrow = Date.from(Instant.now().plus(1, ChronoUnit.DAYS));
    List.of("remindOn", "missOn", "lapseOn").forEach(each -> execution.setVariable(each, tomorrow));
  }

  /** One for whatever name a diagram calls. */
  private static final class Blocks extends HashMap<Object, Object> {

    private static final Map<String, Consumer<DelegateExecution>> FLAGS =
        Map.of(
            "screenLead", BareEngine::screened,
            "findDuplicates", each -> each.setVariable("duplicate", "no"),
            "decideRoute", each -> each.setVariable("targetFound", true),
            "assignLead", each -> each.setVariable("ownerFound", "yes"),
            "setDeadlines", BareEngine::timers);

    @Override
    public boolean containsKey(Object name) {
      return true;
    }

    @Override
    public Object get(Object name) {
      return new Block(FLAGS.getOrDefault(name, each -> {}));
    }
  }

  private record Block(Consumer<DelegateExecution> flags) implements JavaDelegate, ExecutionListener, TaskListener {

    @Override
    public void execute(DelegateExecution execution) {
      flags.accept(execution);
    }

    @Override
    public void notify(DelegateExecution execution) {}

    @Override
    public void notify(org.camunda.bpm.engine.delegate.DelegateTask task) {}
  }
}
