package org.leadflow.rules.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.leadflow.rules.Rule;

/** Rules that have not fired for so many days. */
public final class NeverFired {

  private NeverFired() {}

  /**
   * Warnings about rules that were there all the time and fired not once.
   *
   * @param days at least 1
   * @param now the end of these days
   */
  public static List<Discovery> in(
      String ruleSet, List<Rule> rules, RuleUse use, int days, Instant now) {
    Instant from = now.minus(Duration.ofDays(days));
    return rules.stream().flatMap(rule -> of(ruleSet, rule, use, days, from)).toList();
  }

  private static Stream<Discovery> of(
      String ruleSet, Rule rule, RuleUse use, int days, Instant from) {
    boolean counted =
        use.countedSince(ruleSet, rule.id()).filter(since -> !since.isAfter(from)).isPresent();
    boolean fired =
        use.lastFired(ruleSet, rule.id()).filter(last -> !last.isBefore(from)).isPresent();
    if (!counted || fired) {
      return Stream.empty();
    }
    return Stream.of(
        new Discovery(
            Discovery.Kind.NEVER_FIRED,
            rule.place(),
            "%s \"%s\" has not fired for %d days; remove it if it is no longer needed"
                .formatted(rule.id(), rule.sentence(), days),
            List.of(rule.id()),
            Map.of()));
  }
}
