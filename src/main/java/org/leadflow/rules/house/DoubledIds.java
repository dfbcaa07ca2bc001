package org.leadflow.rules.house;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Rule;

/** An id names one rule, in whatever file and format it stands. */
final class DoubledIds {

  private static final Comparator<Rule> BY_PLACE =
      Comparator.comparing(Rule::file).thenComparingInt(Rule::line);

  private DoubledIds() {}

  /** Each rule whose id another one has, with the places of both. */
  static List<Finding> among(List<Rule> rules) {
    var first = new HashMap<String, Rule>();
    var findings = new ArrayList<Finding>();
    for (Rule rule : rules.stream().sorted(BY_PLACE).toList()) {
      Rule earlier = first.putIfAbsent(rule.id(), rule);
      if (earlier != null) {
        findings.add(
            new Finding(
                rule.place(),
                "the id %s belongs to another rule already: %s"
                    .formatted(rule.id(), earlier.place())));
      }
    }
    return findings;
  }
}
