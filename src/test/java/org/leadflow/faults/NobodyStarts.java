package org.leadflow.faults;

import java.io.IOException;
import org.leadflow.Leadflow;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The product, but nobody starts the process of an accepted lead: as if it died before. Started
 * from the test class path, of which it takes no part into itself.
 */
public final class NobodyStarts
    implements ApplicationContextInitializer<GenericApplicationContext> {

  private NobodyStarts() {}

  public static void main(String[] arguments) {
    var product = new SpringApplication(Leadflow.class);
    product.addInitializers(new NobodyStarts());
    product.run(arguments);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    context.registerBean("leadStarter", TaskExecutor.class, () -> task -> {});
    context.getBeanFactory().registerSingleton("noTests", new NoTests());
  }

  private static final class NoTests extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory readers) throws IOException {
      return type.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof NoTests;
    }

    @Override
    public int hashCode() {
      return NoTests.class.hashCode();
    }
  }
}
