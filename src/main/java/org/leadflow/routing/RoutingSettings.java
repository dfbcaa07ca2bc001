package org.leadflow.routing;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of routing.
 *
 * @param firstResponse by grade, within what time the owner should respond
 * @param firstResponseUngraded the same for a lead without a grade
 */
@ConfigurationProperties("leadflow.routing")
record RoutingSettings(
    @Nullable Map<String, Duration> firstResponse,
    @DefaultValue("8h") Duration firstResponseUngraded) {

  RoutingSettings {
    firstResponse = firstResponse == null ? Map.of() : Map.copyOf(firstResponse);
  }

  Duration firstResponse(@Nullable String grade) {
    return grade == null
        ? firstResponseUngraded
        : firstResponse.getOrDefault(grade, firstResponseUngraded);
  }
}
