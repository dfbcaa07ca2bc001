package org.leadflow.rules.house;

/**
 * A file of the rules folder.
 *
 * @param path relative to the rules folder, with slashes
 */
public record RuleFile(String path, String text) {

  static final String RULES = ".drl";
  static final String CASES = ".cases.yaml";

  /** Path of the folder it stands in, which is the name of its rule set; empty at the top. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** What rules and their cases have in common: the file name without its ending. */
  String topic() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String ending = isCases() ? CASES : RULES;
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }

  boolean isRules() {
    return path.endsWith(RULES);
  }

  boolean isCases() {
    return path.endsWith(CASES);
  }
}
