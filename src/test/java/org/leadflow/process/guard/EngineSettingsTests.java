package org.leadflow.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;
import org.leadflow.access.RunningLeadflow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** What the settings file asks for is what the engine runs with: a misspelt name has no effect. */
@RunningLeadflow
class EngineSettingsTests {

  @Autowired ProcessEngine engine;
  @Autowired ApplicationContext beans;
  @Autowired Environment settings;

  @Test
  void theEngineIsShutAsTight() {
    var engine = configuration();
    var all = new SoftAssertions();
    all.assertThat(engine.isAuthorizationEnabled()).isTrue();
    all.assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
    all.assertThat(engine.isEnableExpressionsInStoredQueries()).isTrue();
    all.assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
    all.assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
    all.assertThat(engine.isEnableXxeProcessing()).isFalse();
    all.assertThat(engine.isEnablePasswordPolicy()).isTrue();
    all.assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2000);
    all.assertThat(engine.getExpressionManager()).isInstanceOf(GuardedExpressions.class);
    all.assertAll();
  }

  @Test
  void theEngineKeepsWhatIsNeededAndForgetsInTime() {
    var engine = configuration();
    var all = new SoftAssertions();
    all.assertThat(engine.getDatabaseSchemaUpdate()).isEqualTo("false");
    all.assertThat(engine.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_ACTIVITY);
    all.assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
    all.assertThat(engine.getHistoryRemovalTimeStrategy()).isEqualTo("start");
    all.assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
    all.assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
    all.assertThat(engine.isMetricsEnabled()).isFalse();
    all.assertThat(engine.isTaskMetricsEnabled()).isFalse();
    all.assertThat(engine.isDbMetricsReporterActivate()).isFalse();
    all.assertAll();
  }

  @Test
  void jobsAreTakenSoonAndRetriedWithPatience() {
    var engine = configuration();
    var executor = engine.getJobExecutor();
    var all = new SoftAssertions();
    all.assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(5);
    all.assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT5M,PT15M,PT1H");
    all.assertThat(engine.isJobExecutorAcquireByDueDate()).isTrue();
    all.assertThat(engine.isEnableReducedJobExceptionLogging()).isTrue();
    all.assertThat(executor.getLockTimeInMillis()).isEqualTo(60_000);
    all.assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(8);
    all.assertThat(executor.getWaitTimeInMillis()).isEqualTo(1_000);
    all.assertThat(executor.getMaxWait()).isEqualTo(5_000);
    all.assertThat(executor.getBackoffTimeInMillis()).isEqualTo(25);
    all.assertThat(executor.getMaxBackoff()).isEqualTo(400);
    all.assertAll();
  }

  @Test
  void theJobExecutorHasTheThreadsItWasGiven() {
    var threads = (ThreadPoolTaskExecutor) beans.getBean("camundaTaskExecutor", TaskExecutor.class);
    assertThat(threads.getCorePoolSize()).isEqualTo(4);
    assertThat(threads.getMaxPoolSize()).isEqualTo(8);
    assertThat(threads.getQueueCapacity()).isEqualTo(8);
  }

  @Test
  void nothingIsOpenThatNobodyAskedFor() {
    assertThat(settings.getProperty("spring.h2.console.enabled", Boolean.class)).isFalse();
    assertThat(settings.getProperty("springdoc.api-docs.enabled", Boolean.class)).isFalse();
    assertThat(settings.getProperty("springdoc.swagger-ui.enabled", Boolean.class)).isFalse();
    assertThat(settings.getProperty("management.endpoints.web.exposure.include"))
        .isEqualTo("health, prometheus");
    assertThat(settings.getProperty("server.error.include-message")).isEqualTo("never");
    assertThat(settings.getProperty("camunda.bpm.admin-user.id")).isNull();
    assertThat(settings.getProperty("camunda.bpm.filter.create")).isNull();
  }

  private ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }
}
