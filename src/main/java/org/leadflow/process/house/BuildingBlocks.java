package org.leadflow.process.house;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/**
 * What a diagram may call: steps, and listeners of tasks for people. Nothing else of the product is
 * within its reach, however it is called.
 */
public record BuildingBlocks(Set<String> steps, Set<String> listeners) {

  private static final String ROOM = "org.leadflow.process";

  /** Those of a running product. */
  public static BuildingBlocks of(ListableBeanFactory product) {
    return new BuildingBlocks(
        Set.of(product.getBeanNamesForType(JavaDelegate.class)),
        Set.of(product.getBeanNamesForType(TaskListener.class)));
  }

  /** Those that a product of these classes would have; nothing is started for it. */
  public static BuildingBlocks ofTheseClasses() {
    return new BuildingBlocks(components(JavaDelegate.class), components(TaskListener.class));
  }

  private static Set<String> components(Class<?> kind) {
    BeanNameGenerator names = new AnnotationBeanNameGenerator();
    var registry = new SimpleBeanDefinitionRegistry();
    var all = new TreeSet<String>();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    var assignable = new AssignableTypeFilter(kind);
    scanner.addIncludeFilter(
        (type, types) ->
            type.getAnnotationMetadata().isAnnotated(Component.class.getName())
                && assignable.match(type, types));
    for (BeanDefinition found : scanner.findCandidateComponents(ROOM)) {
      all.add(names.generateBeanName(found, registry));
    }
    return all;
  }

  /** What is wrong about calling this as a step. */
  Optional<String> wrongStep(String block) {
    return wrong(block, steps, listeners, "stands at a task for people and is no step of its own");
  }

  /** What is wrong about calling this at a task for people. */
  Optional<String> wrongListener(String block) {
    return wrong(block, listeners, steps, "is a step of its own and cannot stand at a task");
  }

  private static Optional<String> wrong(
      String block, Set<String> right, Set<String> other, String otherwise) {
    if (right.contains(block)) {
      return Optional.empty();
    }
    return Optional.of(
        other.contains(block)
            ? "${" + block + "} " + otherwise
            : "there is no building block ${" + block + "}" + DidYouMean.askOrTell(block, right));
  }
}
