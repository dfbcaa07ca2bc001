package org.leadflow.rules.house;

import java.util.List;

/**
 * A file of the rules folder.
 *
 * @param path relative to the rules folder, with slashes
 * @param text what it says; of a spreadsheet its first sheet as CSV
 * @param source where its author finds it: the path, but for a vocabulary shared by all folders
 */
public record RuleFile(String path, String text, String source) {

  static final String RULES = ".drl";
  static final String CASES = ".cases.yaml";

  /** Ending of rules in plain sentences. */
  public static final String SENTENCES = ".dslr";

  /** The words of sentences; the one at the top counts for each folder without one of its own. */
  public static final String VOCABULARY = "vocabulary.dsl";

  /** Endings of the files that hold rules, the longer ones first. */
  static final List<String> OF_RULES =
      List.of(".drl.csv", ".drl.xlsx", ".table.csv", ".table.xlsx", RULES, SENTENCES);

  /** A file that is where its path says. */
  public RuleFile(String path, String text) {
    this(path, text, path);
  }

  /** Path of the folder it stands in, which is the name of its rule set; empty at the top. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** What rules and their cases have in common: the file name without its ending. */
  public String topic() {
    return topic(path);
  }

  /** The topic of the file with this path. */
  public static String topic(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String ending =
        name.endsWith(CASES)
            ? CASES
            : OF_RULES.stream().filter(name::endsWith).findFirst().orElse("");
    return name.substring(0, name.length() - ending.length());
  }

  /** Whether rules stand in it, of whatever format. */
  public boolean isRules() {
    return OF_RULES.stream().anyMatch(path::endsWith);
  }

  /** Whether it is a routing table: plain columns of facts and a target. */
  public boolean isRoutingTable() {
    return path.endsWith(".table.csv") || path.endsWith(".table.xlsx");
  }

  /** Whether it is a decision table, every row of which becomes a rule of its own. */
  public boolean isDecisionTable() {
    return path.endsWith(".drl.csv") || path.endsWith(".drl.xlsx");
  }

  /** Whether its rules are sentences of the vocabulary. */
  public boolean isSentences() {
    return path.endsWith(SENTENCES);
  }

  /** Whether it says what the sentences of its folder mean. */
  public boolean isVocabulary() {
    return path.endsWith("/" + VOCABULARY) || path.equals(VOCABULARY);
  }

  /** Whether cases stand in it. */
  boolean isCases() {
    return path.endsWith(CASES);
  }
}
