package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks {@code processes/}: one test per file, which tells a designer everything that is to be
 * mended.
 */
class ProcessHouseTests {

  private static final House house = House.OURS;
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

  private static ProcessEngine engine;

  @BeforeAll
  static void startEngine() {
    engine = InMemoryEngine.with(Map.of());
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> everyDiagramKeepsTheRulesOfTheHouse() {
    return house.diagrams().stream()
        .map(diagram -> DynamicTest.dynamicTest(diagram.name(), () -> check(diagram)));
  }

  @TestFactory
  Stream<DynamicTest> everyFormKeepsTheRulesOfTheHouse() {
    List<HouseDiagram> diagrams = house.diagrams();
    return house.forms().stream()
        .map(
            form ->
                DynamicTest.dynamicTest(
                    form.name(),
                    () -> nothingToMend(form.name(), FormRules.findings(form, diagrams))));
  }

  @Test
  void everyBuildingBlockInTheListIsUsed() {
    Set<String> used = new TreeSet<>();
    house.diagrams().forEach(diagram -> used.addAll(diagram.blocks()));

    assertThat(used).as("blocks that diagrams call").containsAll(house.blocks().keySet());
  }

  @Test
  void theReadmeListsEveryProcess() {
    String readme = House.text(house.folder().resolve("README.md"));

    assertThat(house.diagrams())
        .allSatisfy(
            diagram ->
                assertThat(readme)
                    .contains(
                        "| [%1$s](%1$s.md) | [picture](pictures/%1$s.svg) |"
                            .formatted(diagram.id())));
  }

  @Test
  void noPageLinksToAFileThatIsNotThere() throws Exception {
    List<String> broken = new ArrayList<>();
    try (Stream<Path> pages = Files.list(house.folder())) {
      pages
          .filter(page -> page.toString().endsWith(".md"))
          .forEach(
              page ->
                  LINK.matcher(House.text(page))
                      .results()
                      .map(match -> match.group(1))
                      .filter(link -> !Files.exists(page.resolveSibling(link)))
                      .forEach(link -> broken.add(page.getFileName() + " links to " + link)));
    }
    assertThat(broken).isEmpty();
  }

  private static void check(HouseDiagram diagram) {
    List<String> findings = new ArrayList<>(deploy(diagram));
    findings.addAll(DiagramRules.findings(diagram));
    findings.addAll(WiringRules.findings(diagram, house));
    findings.addAll(LayoutRules.findings(diagram));
    findings.addAll(PageRules.findings(diagram, house));
    findings.addAll(PictureRules.findings(diagram));
    nothingToMend(diagram.name(), findings);
  }

  private static List<String> deploy(HouseDiagram diagram) {
    try {
      var deployment = engine.getRepositoryService().createDeployment();
      deployment.addString(diagram.name(), diagram.xml()).deploy();
      return List.of();
    } catch (ProcessEngineException refused) {
      return List.of("cannot be deployed: " + refused.getMessage());
    }
  }

  private static void nothingToMend(String file, List<String> findings) {
    if (!findings.isEmpty()) {
      throw new AssertionError(file + ":\n - " + String.join("\n - ", findings));
    }
  }
}
