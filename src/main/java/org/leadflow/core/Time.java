package org.leadflow.core;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the product; it ticks in microseconds, as databases keep times. */
@Configuration(proxyBeanMethods = false)
public class Time {

  @Bean
  Clock clock() {
    return inMicroseconds();
  }

  public static Clock inMicroseconds() {
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }
}
