package org.leadflow.process.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which elements and lines of our diagrams all tests of this program together went through. Only
 * grows, so tests that run at the same time do not disturb each other.
 */
final class TakenPaths {

  /** Where it is kept between the tests and the report. */
  static final Path DIRECTORY = Path.of("target/path-coverage");

  private static final Map<Layer, Set<String>> SEEN =
      new ConcurrentHashMap<>(
          Map.of(
              Layer.PRODUCT, new ConcurrentSkipListSet<>(),
              Layer.STAND_INS, new ConcurrentSkipListSet<>()));

  private TakenPaths() {}

  /** By what the steps were done. */
  enum Layer {
    /** The product as it is. */
    PRODUCT,
    /** Stand-ins for all building blocks, which can be forced along any line. */
    STAND_INS
  }

  static void took(Layer layer, String process, String element) {
    SEEN.get(layer).add(process + " " + element);
  }

  static void write(Path file) {
    List<String> lines =
        SEEN.entrySet().stream()
            .flatMap(layer -> layer.getValue().stream().map(each -> layer.getKey() + " " + each))
            .sorted()
            .toList();
    try {
      if (!lines.isEmpty()) {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** What all programs wrote, by process. */
  static Map<String, Set<String>> read(Path directory, Layer layer) throws IOException {
    if (!Files.isDirectory(directory)) {
      return Map.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<String> lines =
          files
              .filter(file -> file.toString().endsWith(".txt"))
              .flatMap(file -> lines(file).stream())
              .toList();
      return lines.stream()
          .map(line -> line.split(" "))
          .filter(words -> words.length == 3 && words[0].equals(layer.name()))
          .collect(
              Collectors.groupingBy(
                  words -> words[1],
                  Collectors.mapping(words -> words[2], Collectors.toCollection(TreeSet::new))));
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
