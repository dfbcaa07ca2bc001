package org.leadflow.rules.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leadflow.rules.KnownReceivers;
import org.leadflow.rules.Outcome;

/** Rules that name a unit, partner, team or person nobody knows. */
final class UnknownReceivers {

  private UnknownReceivers() {}

  static List<Discovery> among(String ruleSet, List<Reading> readings, KnownReceivers known) {
    return readings.stream().flatMap(each -> of(ruleSet, each, known)).toList();
  }

  private static Stream<Discovery> of(String ruleSet, Reading reading, KnownReceivers known) {
    Outcome outcome = reading.outcome();
    Optional<String> objection =
        outcome == null ? Optional.empty() : known.objection(ruleSet, outcome);
    return objection.stream()
        .map(
            sentence ->
                new Discovery(
                    Discovery.Kind.UNKNOWN_RECEIVER,
                    reading.rule().place(),
                    Names.of(reading) + " " + sentence,
                    List.of(reading.rule().id()),
                    Map.of()));
  }
}
