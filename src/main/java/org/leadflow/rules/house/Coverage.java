package org.leadflow.rules.house;

import java.util.List;
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
    return compilation.rules().stream()
        .flatMap(
            rule -> {
              List<Case> own = ofTheTopic(cases, rule);
              long fires = own.stream().filter(each -> each.fires().contains(rule.id())).count();
              if (fires == 0) {
                return Stream.of(lacking(rule, "fires"));
              }
              boolean exempt = lastResorts && compilation.unconditional().contains(rule.id());
              return fires < own.size() || exempt
                  ? Stream.<Finding>empty()
                  : Stream.of(lacking(rule, "stays silent"));
            })
        .toList();
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
