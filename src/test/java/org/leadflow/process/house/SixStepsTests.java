package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * The example of processes/README.md, as {@code npm run draw --prefix .ci/pictures} drew it in the
 * editor: what the check says on the way, and where both answers lead.
 */
class SixStepsTests {

  private static final String QUALIFICATION = "lead-qualification.bpmn";
  private static final String FORM = "review-lead.form";
  private static final Path EXAMPLE = Path.of("src/test/resources/example");

  @TempDir Path folder;

  @BeforeEach
  void copyTheHouse() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("processes"), folder);
    Files.write(folder.resolve(QUALIFICATION), Files.readAllBytes(EXAMPLE.resolve(QUALIFICATION)));
  }

  @Test
  void theExampleIsOurDiagramAndTheThreeElementsOfIt() {
    Set<String> added = elements(folder);
    added.removeAll(elements(Path.of("processes")));

    assertThat(elements(folder)).containsAll(elements(Path.of("processes")));
    assertThat(added)
        .as("when our diagram changed, draw the example anew: npm run draw --prefix .ci/pictures")
        .containsExactly("Gateway_BeforeHandBack", "Gateway_ReviewAnswer", "UserTask_ReviewLead");
  }

  @Test
  void theGuideShowsWhatTheCheckPrintsBeforeTheFormIsThere() throws IOException {
    String guide = Files.readString(Path.of("processes/README.md"));

    assertThat(check())
        .hasSize(4)
        .allSatisfy(line -> assertThat(guide).contains(line))
        .first()
        .asString()
        .startsWith("error    ")
        .contains("there is no review-lead.form");
  }

  @Test
  void withItsFormAndItsPageAndPictureItIsInOrder() throws IOException {
    withItsForm();
    assertThat(check())
        .contains(
            "untidy   lead-qualification.bpmn: its page leaves out the variables [reviewAnswer]");

    Path page = folder.resolve("lead-qualification.md");
    Files.writeString(
        page,
        Files.readString(page)
            .replace(
                "| `outcome` |",
                """
                | `reviewAnswer` | `close`, `handBack` | `review-lead.form` | *No business?* |
                | `outcome` |\
                """));

    assertThat(check("--draw"))
        .filteredOn(line -> !line.startsWith("drawn "))
        .singleElement()
        .asString()
        .isEqualTo("6 processes, 10 forms, 0 errors, 0 untidy in");
  }

  @Test
  void bothAnswersOfTheLeadDeskLeadToTheirEnd() throws IOException {
    withItsForm();

    List<String> called = new ArrayList<>();
    ProcessEngine engine = InMemoryEngine.with(standIns(called), new TaskBlocks());
    try {
      var deployment = engine.getRepositoryService().createDeployment();
      House.at(folder.toString())
          .files()
          .forEach(it -> deployment.addInputStream(it.name(), it.open()));
      deployment.deploy();

      review(engine, "close");
      assertThat(called).endsWith("presentLead", "disqualifyLead");
      review(engine, "handBack");
      assertThat(called).endsWith("presentLead", "handBackLead");
      assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
      assertThatExceptionOfType(ProcessEngineException.class)
          .isThrownBy(() -> review(engine, "perhaps"))
          .withMessageContaining("Gateway_ReviewAnswer");
    } finally {
      engine.close();
    }
  }

  private void withItsForm() throws IOException {
    Files.write(folder.resolve(FORM), Files.readAllBytes(EXAMPLE.resolve(FORM)));
  }

  /** What the command prints, without how long it took. */
  private List<String> check(String... more) {
    var bytes = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    arguments.addAll(List.of(more));
    CheckProcesses.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst(" in [0-9.]+ s$", " in"))
        .toList();
  }

  private Map<Object, Object> standIns(List<String> called) {
    Set<String> steps = BuildingBlocks.ofTheseClasses().steps();
    Map<Object, Object> standIns = new HashMap<>();
    for (String block : diagram(folder).blocks()) {
      JavaDelegate step = execution -> called.add(block);
      TaskListener listener = task -> called.add(block);
      standIns.put(block, steps.contains(block) ? step : listener);
    }
    JavaDelegate deadlines = LeadQualificationPathsTests::inTime;
    standIns.put("setDeadlines", deadlines);
    return standIns;
  }

  private static void review(ProcessEngine engine, String answer) {
    engine.getRuntimeService().startProcessInstanceByKey("lead-qualification", "lead-1");
    complete(engine, "UserTask_WorkLead", Map.of("answer", "disqualified"));
    complete(engine, "UserTask_ReviewLead", Map.of("reviewAnswer", answer));
  }

  private static void complete(ProcessEngine engine, String task, Map<String, Object> answer) {
    var tasks = engine.getTaskService();
    tasks.complete(tasks.createTaskQuery().taskDefinitionKey(task).singleResult().getId(), answer);
  }

  private static Set<String> elements(Path folder) {
    return diagram(folder).nodes().stream()
        .map(node -> node.getId())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static HouseDiagram diagram(Path folder) {
    return House.at(folder.toString()).diagrams().stream()
        .filter(diagram -> diagram.file().name().equals(QUALIFICATION))
        .findFirst()
        .orElseThrow();
  }
}
