package org.leadflow.rules.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Rule;
import org.leadflow.rules.house.ReadySet;

/**
 * What was found out about a source.
 *
 * @param findings empty when it may be put to work
 * @param warnings what does not keep it from being put to work, but its author should know
 * @param rules those that could be read
 * @param ready empty when it did not compile, or took too long
 */
record Examined(
    SetSource source,
    List<Finding> findings,
    List<Finding> warnings,
    List<Rule> rules,
    Optional<ReadySet> ready) {

  boolean isGood() {
    return findings.isEmpty() && ready.isPresent();
  }

  Examined with(List<Finding> more) {
    var all = new ArrayList<>(findings);
    all.addAll(more);
    return new Examined(source, List.copyOf(all), warnings, rules, ready);
  }

  static Examined refused(SetSource source, String sentence) {
    return new Examined(
        source,
        List.of(new Finding(source.ruleSet(), 0, sentence)),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
