package org.leadflow.rules.publishing;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.PublishedRules;
import org.leadflow.rules.ReceiversNow;
import org.leadflow.rules.Rulebook;
import org.leadflow.rules.house.RuleCompiler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the rules to work before anybody can ask them. What is wrong with them stops no start. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

  @Bean
  RulePublisher rulePublisher(
      PublishingSettings settings,
      RuleCompiler compiler,
      ObjectProvider<ReceiversNow> receivers,
      JdbcClient jdbc,
      TransactionOperations transactions,
      Clock clock,
      ApplicationEventPublisher events) {
    // What works at the start is no change; nobody could listen yet.
    var started = new AtomicBoolean();
    // Looked up here: the publisher's thread would have to wait for this one.
    Supplier<KnownReceivers> known =
        receivers.stream()
            .findFirst()
            .<Supplier<KnownReceivers>>map(each -> each::now)
            .orElse(() -> KnownReceivers.ANYBODY);
    var publisher =
        new RulePublisher(
            settings,
            compiler,
            known,
            jdbc,
            transactions,
            clock,
            event -> {
              if (started.get()) {
                events.publishEvent(event);
              }
            });
    publisher.start();
    started.set(true);
    return publisher;
  }

  @Bean
  Rulebook rulebook(RulePublisher publisher) {
    return publisher.rulebook();
  }

  @Bean
  PublishedRules publishedRules(RulePublisher publisher) {
    return publisher.stored();
  }
}
