package org.leadflow.rules.publishing;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells how the rule sets stand. A node whose rules are not as they should be is up all the same:
 * it decides with the last good ones, and hands to people what it cannot decide.
 */
@Component
class RulesHealth implements HealthIndicator {

  private final RulePublisher publisher;

  RulesHealth(RulePublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public Health health() {
    Map<String, Object> states = new TreeMap<>();
    publisher.states().forEach(each -> states.put(each.ruleSet(), each.state()));
    return Health.up().withDetails(states).build();
  }
}
