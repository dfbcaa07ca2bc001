package org.leadflow.rules.publishing;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.Rule;
import org.leadflow.rules.RuleSet;
import org.leadflow.rules.RuleSetFile;

/**
 * What one version of a rule set says otherwise than another.
 *
 * @param added rules only the new version has, by id
 * @param changed rules that say something else in the new version, by id; a rule that only moved to
 *     another line is not among them
 * @param removed rules only the old version has, by id
 * @param files those that differ, each as a unified diff; a spreadsheet as its first sheet in CSV
 */
public record Comparison(
    List<Rule> added, List<Rule> changed, List<Rule> removed, List<FileDifference> files) {

  private static final int AROUND = 3;

  /**
   * A file that differs.
   *
   * @param diff as {@code diff -u} writes it
   */
  public record FileDifference(String path, String diff) {}

  /** A version with its files. */
  public record Side(RuleSet ruleSet, List<RuleSetFile> files) {}

  /** Compares two versions of one set. */
  public static Comparison of(Side from, Side to) {
    Map<String, Rule> before = byId(from.ruleSet());
    Map<String, Rule> after = byId(to.ruleSet());
    Map<String, String> oldWords = words(from);
    Map<String, String> newWords = words(to);
    return new Comparison(
        after.values().stream().filter(rule -> !before.containsKey(rule.id())).toList(),
        after.values().stream()
            .filter(rule -> before.containsKey(rule.id()))
            .filter(rule -> !Objects.equals(oldWords.get(rule.id()), newWords.get(rule.id())))
            .toList(),
        before.values().stream().filter(rule -> !after.containsKey(rule.id())).toList(),
        differences(texts(from.files()), texts(to.files())));
  }

  private static Map<String, Rule> byId(RuleSet set) {
    var rules = new TreeMap<String, Rule>();
    set.rules().forEach(rule -> rules.put(rule.id(), rule));
    return rules;
  }

  /** What each rule says: the lines from where it begins to where the next one does. */
  private static Map<String, String> words(Side side) {
    Map<String, List<String>> lines = new TreeMap<>();
    side.files().forEach(file -> lines.put(file.path(), file.text().lines().toList()));
    Map<String, String> words = new TreeMap<>();
    for (Rule rule : side.ruleSet().rules()) {
      List<String> file = lines.getOrDefault(rule.file(), List.of());
      int next =
          side.ruleSet().rules().stream()
              .filter(other -> other.file().equals(rule.file()) && other.line() > rule.line())
              .mapToInt(Rule::line)
              .min()
              .orElse(file.size() + 1);
      int start = Math.min(Math.max(0, rule.line() - 1), file.size());
      int end = Math.min(next - 1, file.size());
      String own = String.join("\n", file.subList(start, Math.max(start, end)));
      // What stands between two rules belongs to neither.
      int last = own.lastIndexOf("\nend");
      words.put(rule.id(), (last < 0 ? own : own.substring(0, last)).strip());
    }
    return words;
  }

  private static Map<String, List<String>> texts(List<RuleSetFile> files) {
    var texts = new LinkedHashMap<String, List<String>>();
    files.forEach(file -> texts.put(file.path(), file.text().lines().toList()));
    return texts;
  }

  private static List<FileDifference> differences(
      Map<String, List<String>> from, Map<String, List<String>> to) {
    var paths = new TreeSet<>(from.keySet());
    paths.addAll(to.keySet());
    var differences = new ArrayList<FileDifference>();
    for (String path : paths) {
      List<String> before = from.getOrDefault(path, List.of());
      List<String> after = to.getOrDefault(path, List.of());
      List<String> diff =
          UnifiedDiffUtils.generateUnifiedDiff(
              name("a/", path, from.get(path)),
              name("b/", path, to.get(path)),
              before,
              DiffUtils.diff(before, after),
              AROUND);
      if (!diff.isEmpty()) {
        differences.add(new FileDifference(path, String.join("\n", diff) + "\n"));
      }
    }
    return differences;
  }

  private static String name(String side, String path, @Nullable List<String> there) {
    return there == null ? "/dev/null" : side + path;
  }
}
