package org.leadflow.rules.drools;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Place;
import org.leadflow.rules.house.Draft;
import org.leadflow.rules.house.PackageName;
import org.leadflow.rules.house.RuleFile;

/**
 * Turns a {@code .dslr} into DRL, line for line, so that every finding has its line. A line that
 * begins with a hyphen says more about the pattern above it; a line that begins with {@code >} is
 * DRL already.
 */
final class SentenceFile {

  private static final Pattern START = Pattern.compile("\\s*(rule|end|when|then)\\b.*");
  private static final Pattern CONNECTIVE = Pattern.compile("(or|and|\\(|\\)|\\s)+");

  private enum Part {
    OUTSIDE,
    CONDITIONS,
    CONSEQUENCE
  }

  private final RuleFile file;
  private final Sentences sentences;
  private final List<Finding> findings;
  private final StringBuilder drl = new StringBuilder();
  private Part part = Part.OUTSIDE;

  /** Where the next condition of the pattern above goes; -1 when there is no pattern. */
  private int open = -1;

  private boolean first;

  private SentenceFile(RuleFile file, Sentences sentences, List<Finding> findings) {
    this.file = file;
    this.sentences = sentences;
    this.findings = findings;
  }

  /** The file as DRL; phrases nobody knows are left out and found. */
  static Draft draft(RuleFile file, Sentences sentences, List<Finding> findings) {
    var reader = new SentenceFile(file, sentences, findings);
    reader.header();
    String[] lines = file.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        reader.drl.append('\n');
      }
      reader.line(lines[i], i + 1);
    }
    return new Draft(file, reader.drl.toString(), (line, hint) -> Place.of(file.path(), line));
  }

  /** Who writes sentences need not know about packages and imports. */
  private void header() {
    if (file.text().lines().noneMatch(line -> line.strip().startsWith("package "))) {
      drl.append("package ").append(PackageName.of(file.folder())).append("; ");
    }
    if (file.text().lines().noneMatch(line -> line.strip().startsWith("import "))) {
      drl.append("import org.leadflow.rules.*; ");
    }
  }

  private void line(String written, int line) {
    String text = written.strip();
    if (text.isEmpty() || text.startsWith("//") || text.startsWith("#")) {
      drl.append(text.startsWith("#") ? "//" + text : written);
      return;
    }
    boolean structure = START.matcher(text).matches() && !text.startsWith("then ");
    if (structure || part == Part.OUTSIDE) {
      structure(written, text);
    } else if (text.startsWith(">")) {
      drl.append(text.substring(1));
    } else if (part == Part.CONSEQUENCE) {
      drl.append(meaning(text, line, true).orElse(""));
    } else {
      condition(text, line);
    }
  }

  private void structure(String written, String text) {
    drl.append(written);
    String word = text.split("\\W", 2)[0];
    part =
        switch (word) {
          case "when" -> Part.CONDITIONS;
          case "then" -> Part.CONSEQUENCE;
          case "end", "rule" -> Part.OUTSIDE;
          default -> part;
        };
    if (text.matches("rule\\b.*\\bwhen\\s*")) {
      part = Part.CONDITIONS;
    }
    open = -1;
  }

  private void condition(String text, int line) {
    if (CONNECTIVE.matcher(text).matches()) {
      drl.append(text);
      return;
    }
    String meaning = meaning(text, line, false).orElse(null);
    if (meaning == null) {
      return;
    }
    if (!text.startsWith("-")) {
      drl.append(meaning);
      open = meaning.endsWith(")") ? drl.length() - 1 : -1;
      first = meaning.matches("(?s).*\\(\\s*\\)");
    } else if (open < 0) {
      find(
          line,
          "\"" + text + "\" says more about a lead, but no sentence about a lead is above it");
    } else {
      // The bracket moves behind what is added, the line breaks between stay.
      drl.deleteCharAt(open).append(first ? "" : ", ").append(meaning).append(')');
      open = drl.length() - 1;
      first = false;
    }
  }

  private Optional<String> meaning(String text, int line, boolean consequence) {
    Optional<String> meaning;
    try {
      meaning = sentences.expand(text, consequence);
    } catch (IllegalArgumentException unclear) {
      find(line, unclear.getMessage());
      return Optional.empty();
    }
    if (meaning.isEmpty()) {
      List<String> nearest = sentences.nearest(text, consequence);
      find(
          line,
          "nobody knows the sentence \"%s\"%s"
              .formatted(
                  text,
                  nearest.isEmpty()
                      ? "; there is no " + RuleFile.VOCABULARY
                      : "; most alike are: " + String.join(" / ", nearest)));
    }
    return meaning;
  }

  private void find(int line, String sentence) {
    findings.add(new Finding(file.path(), line, sentence));
  }
}
