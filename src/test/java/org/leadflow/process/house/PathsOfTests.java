package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Lets the engine of every test that starts the product note where its leads go. */
final class PathsOfTests implements ContextCustomizerFactory {

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> test, List<ContextConfigurationAttributes> attributes) {
    return new Recording();
  }

  /** The same for all, so that tests go on sharing what is started. */
  private record Recording() implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      context.getBeanFactory().registerSingleton("recordedPaths", new Plugin());
    }
  }

  private static final class Plugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      List<BpmnParseListener> listeners =
          new ArrayList<>(
              Objects.requireNonNullElse(engine.getCustomPostBPMNParseListeners(), List.of()));
      listeners.add(new PathRecorder(TakenPaths.Layer.PRODUCT));
      engine.setCustomPostBPMNParseListeners(listeners);
    }
  }
}
