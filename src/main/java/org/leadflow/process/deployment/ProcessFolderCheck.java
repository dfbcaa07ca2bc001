package org.leadflow.process.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks through the whole folder before anything of it is deployed and collects what is wrong, in
 * words for a designer.
 */
final class ProcessFolderCheck {

  private final Function<ProcessFile, List<String>> engine;
  private final BlocksInUse blocks;

  /**
   * @param engine what the engine has against a diagram; nothing more is asked of a diagram it
   *     refuses
   */
  ProcessFolderCheck(Function<ProcessFile, List<String>> engine, BlocksInUse blocks) {
    this.engine = engine;
    this.blocks = blocks;
  }

  /** One sentence per problem, beginning with the file; empty when the folder may be deployed. */
  List<String> problemsIn(List<ProcessFile> files) {
    if (files.stream().noneMatch(ProcessFile::isDiagram)) {
      return List.of(
          "there is no diagram in this folder (a directory is written with file: in front)");
    }
    List<String> problems = new ArrayList<>(namesTwice(files));
    for (ProcessFile file : files) {
      List<String> found = file.isDiagram() ? inDiagram(file, files) : inForm(file);
      found.forEach(problem -> problems.add(file.name() + ": " + problem));
    }
    return problems;
  }

  private static List<String> namesTwice(List<ProcessFile> files) {
    Map<String, List<ProcessFile>> byName =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    ProcessFile::fileName, TreeMap::new, Collectors.toUnmodifiableList()));
    return byName.values().stream()
        .filter(same -> same.size() > 1)
        .map(same -> same.stream().map(ProcessFile::name).collect(Collectors.joining(", ")))
        .map(same -> same + ": these files have the same name, so one would hide the other")
        .toList();
  }

  private List<String> inDiagram(ProcessFile file, List<ProcessFile> files) {
    List<String> refused = engine.apply(file);
    if (!refused.isEmpty()) {
      return refused;
    }
    Diagram diagram = Diagram.read(file);
    return Stream.of(
            diagram.processIds().equals(List.of(file.id()))
                ? Stream.<String>empty()
                : Stream.of(
                    "must hold exactly one process, with the id %s, but holds %s"
                        .formatted(file.id(), diagram.processIds())),
            diagram.forms().stream()
                .filter(form -> !isThere(form + ProcessFile.FORM, files))
                .map(form -> "shows the form %s, but there is no %s.form".formatted(form, form)),
            diagram.calledProcesses().stream()
                .filter(called -> !isThere(called + ProcessFile.DIAGRAM, files))
                .map(
                    called ->
                        "calls the process %s, but there is no %s.bpmn".formatted(called, called)),
            blocks.unknownIn(diagram).stream())
        .flatMap(problems -> problems)
        .toList();
  }

  private static List<String> inForm(ProcessFile file) {
    try {
      String id = JsonMapper.builder().build().readTree(file.content()).path("id").asText();
      return id.equals(file.id())
          ? List.of()
          : List.of("must have the id %s, but has %s".formatted(file.id(), id));
    } catch (JsonProcessingException unreadable) {
      return List.of(
          "line %d: %s"
              .formatted(unreadable.getLocation().getLineNr(), unreadable.getOriginalMessage()));
    } catch (IOException unreadable) {
      return List.of("cannot be read: " + unreadable.getMessage());
    }
  }

  private static boolean isThere(String fileName, List<ProcessFile> files) {
    return files.stream().anyMatch(file -> file.fileName().equals(fileName));
  }
}
