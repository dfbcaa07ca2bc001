package org.leadflow.rules.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadflow.rules.Condition;

/** Rules, and alternatives of rules, that no lead fulfils. */
final class Contradictions {

  private Contradictions() {}

  static List<Discovery> among(List<Reading> readings) {
    return readings.stream().flatMap(Contradictions::of).toList();
  }

  private static Stream<Discovery> of(Reading reading) {
    return reading.parts().stream()
        .filter(part -> !part.never().isEmpty())
        .limit(reading.possible().isEmpty() ? 1 : Long.MAX_VALUE)
        .map(
            part ->
                new Discovery(
                    Discovery.Kind.NEVER_TRUE,
                    part.never().get(0).place(),
                    sentence(reading, part.never()),
                    List.of(reading.rule().id()),
                    Map.of()));
  }

  private static String sentence(Reading reading, List<Condition> never) {
    String conditions =
        never.stream().map(Condition::text).distinct().collect(Collectors.joining("\" and \""));
    String what =
        reading.possible().isEmpty()
            ? Names.of(reading) + " can never fire"
            : "one of the alternatives of " + Names.of(reading) + " can never hold";
    return never.size() == 1
        ? "%s: no lead has \"%s\"; put the condition right".formatted(what, conditions)
        : "%s: \"%s\" exclude each other; put one of them right".formatted(what, conditions);
  }
}
