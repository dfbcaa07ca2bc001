package org.leadflow.process.house;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The folder {@code processes/} as a designer sees it: diagrams, forms, and what is written beside
 * them.
 */
public final class House {

  static final String BLOCKS = "building-blocks.md";
  private static final Pattern BLOCK =
      Pattern.compile("^\\| `(\\w+)` \\|.*\\| `(\\w+)` \\|$", Pattern.MULTILINE);

  private final List<ProcessFile> files;
  private final Function<String, Optional<String>> documents;
  private final List<HouseDiagram> diagrams;
  private final List<HouseForm> forms;

  private House(List<ProcessFile> files, Function<String, Optional<String>> documents) {
    this.files = files;
    this.documents = documents;
    this.diagrams =
        files.stream()
            .filter(ProcessFile::isDiagram)
            .map(House::readable)
            .filter(Objects::nonNull)
            .toList();
    this.forms = readable(files);
  }

  /** The house in a directory. */
  static House at(String directory) {
    return of(new ProcessFolder(new PathMatchingResourcePatternResolver(), "file:" + directory));
  }

  public List<ProcessFile> files() {
    return files;
  }

  public static House of(ProcessFolder folder) {
    return new House(folder.files(), folder::document);
  }

  /** The names of all building blocks that a process calls, as it was deployed. */
  public static Set<String> blocksIn(BpmnModelInstance deployed) {
    return new HouseDiagram(new ProcessFile("", new byte[0]), deployed).blocks();
  }

  /** Those that can be read; what is wrong about the others, the engine says. */
  List<HouseDiagram> diagrams() {
    return diagrams;
  }

  private static @Nullable HouseDiagram readable(ProcessFile file) {
    try {
      return HouseDiagram.read(file);
    } catch (RuntimeException broken) {
      return null;
    }
  }

  /** What is drawn in a file; null when it cannot be read. */
  @Nullable HouseDiagram diagram(ProcessFile file) {
    return diagrams.stream().filter(diagram -> diagram.file() == file).findFirst().orElse(null);
  }

  /** Whether nothing is missing because a diagram cannot be read. */
  boolean isAllRead() {
    return diagrams.size() == names(ProcessFile.DIAGRAM).size();
  }

  /** What a call calls; empty when it is not there or cannot be read. */
  List<HouseDiagram> calledBy(CallActivity call) {
    return diagrams.stream()
        .filter(diagram -> diagram.id().equals(call.getCalledElement()))
        .toList();
  }

  /** Everything that calls a process. */
  List<Call> callsOf(HouseDiagram called) {
    return diagrams.stream()
        .flatMap(
            caller ->
                caller.all(CallActivity.class).stream()
                    .filter(call -> called.id().equals(call.getCalledElement()))
                    .map(call -> new Call(caller, call)))
        .toList();
  }

  /** Those that can be read. */
  List<HouseForm> forms() {
    return forms;
  }

  private static List<HouseForm> readable(List<ProcessFile> files) {
    List<HouseForm> forms = new ArrayList<>();
    for (ProcessFile file : files) {
      try {
        if (!file.isDiagram()) {
          forms.add(HouseForm.read(file));
        }
      } catch (UncheckedIOException broken) {
        // Said where this form is looked at.
        continue;
      }
    }
    return forms;
  }

  boolean has(String fileName) {
    return files.stream().anyMatch(file -> file.fileName().equals(fileName));
  }

  List<String> names(String ending) {
    return files.stream()
        .filter(file -> file.name().endsWith(ending))
        .map(ProcessFile::id)
        .toList();
  }

  /** Whether pages and pictures belong to it; a directory in production has none. */
  boolean isWrittenAbout() {
    return document("README.md").isPresent();
  }

  Optional<String> document(String name) {
    return documents.apply(name);
  }

  /** Names of the building blocks in the list, and the class that each row gives. */
  Map<String, String> blocks() {
    Map<String, String> blocks = new TreeMap<>();
    BLOCK
        .matcher(document(BLOCKS).orElse(""))
        .results()
        .forEach(row -> blocks.put(row.group(1), row.group(2)));
    return blocks;
  }

  /** The row of a block; empty when it has none. */
  String rowOf(String block) {
    return document(BLOCKS)
        .orElse("")
        .lines()
        .filter(line -> line.startsWith("| `" + block + "` |"))
        .findFirst()
        .orElse("");
  }
}
