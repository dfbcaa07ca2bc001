package org.leadflow.process.lifecycle;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that run accepted leads to their owner. */
@Configuration(proxyBeanMethods = false)
class StarterThreads {

  /**
   * Does not wait for its queue when the application stops: what is left is pending in the
   * database.
   */
  @Bean
  @ConditionalOnMissingBean(name = "leadStarter")
  ThreadPoolTaskExecutor leadStarter(ProcessSettings settings) {
    var executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(settings.starters());
    executor.setMaxPoolSize(settings.starters());
    executor.setQueueCapacity(settings.waiting());
    executor.setThreadNamePrefix("lead-starter-");
    return executor;
  }
}
