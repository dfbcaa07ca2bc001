package org.leadflow.core;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Figures that operators watch and that one statement tells for all nodes together. They are looked
 * up every {@code leadflow.metrics.every}, whoever asks how often; each node tells the same.
 */
@Component
public class Watched {

  private static final Logger log = LoggerFactory.getLogger(Watched.class);

  private final MeterRegistry registry;
  private final Map<String, Figures> all = new ConcurrentHashMap<>();

  Watched(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * One value of a figure.
   *
   * @param tags name and value of each tag in turn; nothing that names a person or a lead
   */
  public record Figure(double value, String... tags) {}

  private record Figures(MultiGauge gauge, Supplier<List<Figure>> lookUp) {}

  /** Tells a figure from the start of the program on, as many values of it as there are. */
  public void watch(String name, String description, Supplier<List<Figure>> lookUp) {
    MultiGauge gauge = MultiGauge.builder(name).description(description).register(registry);
    all.put(name, new Figures(gauge, lookUp));
  }

  /** Looks all figures up now. */
  @EventListener(ApplicationReadyEvent.class)
  @Scheduled(
      fixedDelayString = "${leadflow.metrics.every:30s}",
      initialDelayString = "${leadflow.metrics.every:30s}")
  public void look() {
    all.forEach(this::look);
  }

  private void look(String name, Figures figures) {
    try {
      figures.gauge.register(
          figures.lookUp.get().stream()
              .map(figure -> Row.of(Tags.of(figure.tags()), figure.value()))
              .toList(),
          true);
    } catch (RuntimeException failure) {
      log.warn("{} cannot be looked up and stays as it was", name, failure);
    }
  }
}
