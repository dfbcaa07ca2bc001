package org.leadflow.rules.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.leadflow.rules.Condition;
import org.leadflow.rules.Operator;
import org.leadflow.rules.Rule;

/**
 * Values that fulfil conditions on parts of a text. Nobody can compute all that a pattern takes;
 * but where one text is known to fit two patterns, the two do overlap.
 */
final class Witnesses {

  /** Every value is held against every pattern of its fact. */
  private static final int MOST_WORK = 2_000_000;

  private Witnesses() {}

  /** For each fact of which a part is asked for. */
  static TreeMap<String, Set<String>> of(List<Rule> rules) {
    var partial = new TreeMap<String, Set<List<Object>>>();
    for (Rule rule : rules) {
      for (List<Condition> alternative : rule.conditions()) {
        for (Condition each : alternative) {
          if (isPartial(each.operator())) {
            partial
                .computeIfAbsent(each.fact(), fact -> new LinkedHashSet<>())
                .add(List.of(each.operator(), each.values()));
          }
        }
      }
    }
    var values = new TreeMap<String, Set<String>>();
    partial.forEach((fact, asked) -> values.put(fact, values(asked)));
    return values;
  }

  private static boolean isPartial(Operator operator) {
    return switch (operator) {
      case MATCHES, CONTAINS, STARTS_WITH, ENDS_WITH -> true;
      default -> false;
    };
  }

  private static Set<String> values(Collection<List<Object>> asked) {
    var values = new LinkedHashSet<String>();
    long scans = 0;
    var samples = new ArrayList<List<String>>();
    for (List<Object> each : asked) {
      @SuppressWarnings("unchecked")
      var written = (List<String>) each.get(1);
      if (each.get(0) == Operator.MATCHES) {
        samples.add(List.copyOf(PatternSamples.of(written.get(0))));
      } else {
        values.addAll(written);
      }
      scans += each.get(0) == Operator.STARTS_WITH ? 0 : 1;
    }
    // The first sample of each pattern before the second of any.
    for (int turn = 0; turn < PatternSamples.MOST; turn++) {
      for (List<String> each : samples) {
        if (turn < each.size() && (values.size() + 1L) * scans <= MOST_WORK) {
          values.add(each.get(turn));
        }
      }
    }
    values.removeIf(String::isBlank);
    return values.size() * scans > MOST_WORK ? Set.of() : values;
  }
}
