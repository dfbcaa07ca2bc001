package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

  private static final Path FOLDER = Path.of("processes");
  private static final House house = House.at("processes");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

  private static ProcessEngine engine;
  private static List<Finding> findings;

  @BeforeAll
  static void lookThroughTheFolder() {
    engine = InMemoryEngine.with(Map.of());
    findings = new ProcessHouse(engine, BuildingBlocks.ofTheseClasses(), List.of()).findings(house);
  }

  @AfterAll
  static void closeEngine() {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> everyFileKeepsTheRulesOfTheHouse() {
    return house.files().stream()
        .map(ProcessFile::name)
        .map(name -> DynamicTest.dynamicTest(name, () -> nothingToMend(name)));
  }

  @Test
  void theFolderAsAWholeKeepsTheRulesOfTheHouse() {
    nothingToMend("");
    assertThat(house.files()).hasSizeGreaterThan(9);
  }

  @Test
  void everyFileCanBeDeployed() {
    var deployment = engine.getRepositoryService().createDeployment();
    house.files().forEach(file -> deployment.addInputStream(file.name(), file.open()));

    assertThat(deployment.deployWithResult().getDeployedProcessDefinitions())
        .hasSameSizeAs(house.diagrams());
  }

  @Test
  void everyBuildingBlockInTheListIsUsedOrStandsAmongThoseToAdd() throws IOException {
    String list = Files.readString(FOLDER.resolve("building-blocks.md"));
    String toAdd =
        list.substring(list.indexOf("## Steps to add"), list.indexOf("## Tasks for people"));
    Set<String> idle = new TreeSet<>(house.blocks().keySet());
    house.diagrams().forEach(diagram -> idle.removeAll(diagram.blocks()));

    assertThat(idle).allMatch(block -> toAdd.contains("| `" + block + "` |"));
  }

  @Test
  void theReadmeListsEveryProcess() throws IOException {
    String readme = Files.readString(FOLDER.resolve("README.md"));

    assertThat(house.diagrams())
        .allSatisfy(
            diagram ->
                assertThat(readme)
                    .contains(
                        "| [%1$s](%1$s.md) | [picture](pictures/%1$s.svg) |"
                            .formatted(diagram.id())));
  }

  @Test
  void noPageLinksToAFileThatIsNotThere() throws IOException {
    List<String> broken = new ArrayList<>();
    try (Stream<Path> pages = Files.list(FOLDER)) {
      for (Path page : pages.filter(it -> it.toString().endsWith(".md")).toList()) {
        LINK.matcher(Files.readString(page))
            .results()
            .map(match -> match.group(1))
            .filter(link -> !Files.exists(page.resolveSibling(link)))
            .forEach(link -> broken.add(page.getFileName() + " links to " + link));
      }
    }
    assertThat(broken).isEmpty();
  }

  private static void nothingToMend(String file) {
    assertThat(findings.stream().filter(finding -> finding.file().equals(file)))
        .as("what is to be mended")
        .isEmpty();
  }
}
