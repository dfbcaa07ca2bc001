package org.leadflow.process.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder {@code processes/} as a designer sees it: diagrams, forms, pages and the list of
 * blocks.
 */
record House(Path folder) {

  static final House OURS = new House(Path.of("processes"));

  private static final Pattern BLOCK =
      Pattern.compile("^\\| `(\\w+)` \\|.*\\| `(\\w+)` \\|$", Pattern.MULTILINE);

  List<HouseDiagram> diagrams() {
    return endingIn(".bpmn").map(HouseDiagram::read).toList();
  }

  List<HouseForm> forms() {
    return endingIn(".form").map(HouseForm::read).toList();
  }

  boolean has(String fileName) {
    return endingIn(fileName).anyMatch(file -> file.getFileName().toString().equals(fileName));
  }

  /** Names of the building blocks, and the class that each row gives. */
  Map<String, String> blocks() {
    Map<String, String> blocks = new TreeMap<>();
    BLOCK
        .matcher(text(folder.resolve("building-blocks.md")))
        .results()
        .forEach(row -> blocks.put(row.group(1), row.group(2)));
    return blocks;
  }

  /** The row of a block. */
  String rowOf(String block) {
    return text(folder.resolve("building-blocks.md"))
        .lines()
        .filter(line -> line.startsWith("| `" + block + "` |"))
        .findFirst()
        .orElse("");
  }

  private Stream<Path> endingIn(String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
