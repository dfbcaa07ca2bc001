package org.leadflow.duplicates;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A record that a rule found.
 *
 * @param likeness of the names, 0 to 1
 */
record Found(UUID id, Rule rule, double likeness, Instant createdOn) {

  private static final Comparator<Found> STRONGEST_FIRST =
      Comparator.comparing((Found found) -> found.rule().certainty())
          .thenComparing(Comparator.comparing(Found::likeness).reversed())
          .thenComparing(Comparator.comparing(Found::createdOn).reversed())
          .thenComparing(Found::id);

  /** Each record once, with the strongest of its rules. */
  static Stream<Match> matches(EntityType type, Collection<Optional<Found>> judged) {
    Map<UUID, Found> strongest = new HashMap<>();
    for (Found found : judged.stream().flatMap(Optional::stream).toList()) {
      strongest.merge(
          found.id(), found, (one, other) -> one.rule().compareTo(other.rule()) <= 0 ? one : other);
    }
    return strongest.values().stream()
        .sorted(STRONGEST_FIRST)
        .map(
            found ->
                new Match(
                    type,
                    found.id(),
                    found.rule().certainty(),
                    found.rule().id(),
                    found.rule().sentence()));
  }
}
