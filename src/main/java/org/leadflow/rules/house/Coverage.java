package org.leadflow.rules.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Rule;

/** The law: every rule fires in at least one case of its topic, and stays silent in one. */
final class Coverage {

  private Coverage() {}

  /**
   * What is lacking, by what the cases expect; whether the rules agree is another question.
   *
   * @param lastResorts whether a rule without conditions has a place here; it cannot stay silent
   */
  static List<Finding> findings(Compilation compilation, List<Case> cases, boolean lastResorts) {
    Stream<Finding> single =
        compilation.rules().stream()
            .filter(rule -> !isRow(rule))
            .flatMap(
                rule -> {
                  List<Case> own = ofTheTopic(cases, rule);
                  long fires =
                      own.stream().filter(each -> each.fires().contains(rule.id())).count();
                  if (fires == 0) {
                    return Stream.of(lacking(rule, "fires"));
                  }
                  boolean exempt = lastResorts && compilation.unconditional().contains(rule.id());
                  return fires < own.size() || exempt
                      ? Stream.<Finding>empty()
                      : Stream.of(lacking(rule, "stays silent"));
                });
    return Stream.concat(single, tables(compilation, cases)).toList();
  }

  /** Rows are tried one by one elsewhere; people show by a few cases what a table is for. */
  private static Stream<Finding> tables(Compilation compilation, List<Case> cases) {
    Map<String, Set<String>> ids =
        compilation.rules().stream()
            .filter(Coverage::isRow)
            .collect(
                Collectors.groupingBy(
                    Rule::file, TreeMap::new, Collectors.mapping(Rule::id, Collectors.toSet())));
    return ids.entrySet().stream()
        .filter(
            table ->
                cases.stream()
                    .filter(each -> each.isAbout(table.getKey()))
                    .flatMap(each -> each.fires().stream())
                    .noneMatch(table.getValue()::contains))
        .map(
            table ->
                new Finding(
                    table.getKey(),
                    0,
                    "no case of its topic shows a row of this table at work; write one"));
  }

  private static boolean isRow(Rule rule) {
    return new RuleFile(rule.file(), "").isRoutingTable();
  }

  private static List<Case> ofTheTopic(List<Case> cases, Rule rule) {
    return cases.stream()
        .filter(each -> !Case.TOGETHER.equals(each.file().topic()) && each.isAbout(rule.file()))
        .toList();
  }

  private static Finding lacking(Rule rule, String what) {
    return new Finding(
        rule.place(),
        "%s \"%s\" %s in none of the cases of its topic; write one"
            .formatted(rule.id(), rule.sentence(), what));
  }
}
