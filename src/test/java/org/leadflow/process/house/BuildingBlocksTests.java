package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The list for designers and the Java code name the same building blocks. */
class BuildingBlocksTests {

  @Test
  void everyBlockIsAJavaClassOfTheSameName() {
    Map<String, String> missing = inTheList();
    missing.entrySet().removeAll(inJava().entrySet());

    assertThat(missing)
        .as("rows of building-blocks.md without a Spring component of this name and class")
        .isEmpty();
  }

  @Test
  void everyJavaClassThatADiagramCouldCallHasItsRow() {
    Map<String, String> unlisted = inJava();
    unlisted.entrySet().removeAll(inTheList().entrySet());

    assertThat(unlisted)
        .as("delegates and listeners without a row in building-blocks.md")
        .isEmpty();
  }

  @Test
  void everyBlockIsCalledLikeItsClass() {
    assertThat(inTheList())
        .isNotEmpty()
        .allSatisfy(
            (block, type) ->
                assertThat(block)
                    .isEqualTo(Character.toLowerCase(type.charAt(0)) + type.substring(1)));
  }

  private static Map<String, String> inTheList() {
    return House.at("processes").blocks();
  }

  /** Bean names and simple class names of all delegates and task listeners. */
  private static Map<String, String> inJava() {
    var scanner = new ClassPathScanningCandidateComponentProvider(true);
    var names = new AnnotationBeanNameGenerator();
    var blocks = new ClassPathScanningCandidateComponentProvider(false);
    blocks.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
    blocks.addIncludeFilter(new AssignableTypeFilter(TaskListener.class));
    var callable =
        blocks.findCandidateComponents("org.leadflow.process").stream()
            .map(BeanDefinition::getBeanClassName)
            .collect(Collectors.toSet());
    var registry = new SimpleBeanDefinitionRegistry();
    return scanner.findCandidateComponents("org.leadflow.process").stream()
        .filter(bean -> callable.contains(bean.getBeanClassName()))
        .collect(
            Collectors.toMap(
                bean -> names.generateBeanName(bean, registry),
                bean -> ClassUtils.getShortName(bean.getBeanClassName()),
                (one, other) -> one,
                TreeMap::new));
  }
}
