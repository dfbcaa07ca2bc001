package org.leadflow.organization;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects everything that is wrong with a file, so that one reading tells all of it. */
class Findings {

  private final TreeMap<Integer, List<String>> byLine = new TreeMap<>();

  /**
   * @param sentence what is wrong, and what to do about it
   */
  void add(int line, String sentence) {
    byLine.merge(
        line,
        List.of(sentence),
        (known, more) -> Stream.concat(known.stream(), more.stream()).distinct().toList());
  }

  boolean isEmpty() {
    return byLine.isEmpty();
  }

  /** From the top of the file down. */
  List<FileFinding> inOrder() {
    return byLine.entrySet().stream()
        .flatMap(at -> at.getValue().stream().map(text -> new FileFinding(at.getKey(), text)))
        .toList();
  }
}
