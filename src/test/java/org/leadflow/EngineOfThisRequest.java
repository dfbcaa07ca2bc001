package org.leadflow;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.spi.ProcessEngineProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Camunda's web applications find their engine in a register that all applications of one JVM
 * share, and the newest start wins. Tests keep several applications running and use them at the
 * same time, so here a request finds the engine of the application it came to.
 */
public class EngineOfThisRequest implements ContextCustomizerFactory, ProcessEngineProvider {

  private static final ThreadLocal<ProcessEngine> CURRENT = new ThreadLocal<>();

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
    return new WithFilter();
  }

  @Override
  public ProcessEngine getDefaultProcessEngine() {
    return CURRENT.get();
  }

  @Override
  public ProcessEngine getProcessEngine(String name) {
    return name.equals(CURRENT.get().getName()) ? CURRENT.get() : null;
  }

  @Override
  public Set<String> getProcessEngineNames() {
    return Set.of(CURRENT.get().getName());
  }

  private record WithFilter() implements ContextCustomizer {

    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration merged) {
      if (context instanceof GenericApplicationContext application) {
        application.registerBean(
            "engineOfThisRequest", FilterRegistrationBean.class, () -> registered(application));
      }
    }

    private static FilterRegistrationBean<Filter> registered(
        ConfigurableApplicationContext context) {
      var filter =
          new FilterRegistrationBean<Filter>(
              (request, response, chain) -> {
                CURRENT.set(context.getBeanProvider(ProcessEngine.class).getIfAvailable());
                try {
                  chain.doFilter(request, response);
                } finally {
                  CURRENT.remove();
                }
              });
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return filter;
    }
  }
}
