package org.leadflow.process.house;

import java.util.ArrayList;
import java.util.List;

/** How wide a text is, about, and where its lines break. */
final class Glyphs {

  private static final String NARROW = "iljtfrI.,:;'|!()[] ";
  private static final String WIDE = "mwMWGOQ@%";

  private Glyphs() {}

  static double width(String text, int size) {
    double width = 0;
    for (char letter : text.toCharArray()) {
      double share =
          NARROW.indexOf(letter) >= 0
              ? 0.31
              : WIDE.indexOf(letter) >= 0 ? 0.85 : Character.isUpperCase(letter) ? 0.68 : 0.55;
      width += share * size;
    }
    return width;
  }

  /** Whole words, as many in a line as fit. */
  static List<String> lines(String text, double widest, int size) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && width(line + " " + word, size) > widest) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
