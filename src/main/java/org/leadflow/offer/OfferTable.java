package org.leadflow.offer;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On which terms leads are offered; the line that says most exactly for which it holds wins. */
record OfferTable(List<Terms> lines) {

  /**
   * The terms; empty when no line fits.
   *
   * @param units the unit that looks after the partner and those above it, the nearest first
   */
  Optional<Terms> find(String partnerId, List<String> units, @Nullable String grade) {
    return lines.stream()
        .filter(line -> line.concerns(partnerId, grade))
        .filter(line -> line.unit() == null || units.contains(line.unit()))
        .min(
            Comparator.<Terms, Boolean>comparing(line -> line.partner() == null)
                .thenComparing(
                    line -> line.unit() == null ? units.size() : units.indexOf(line.unit()))
                .thenComparing(Terms::grade, Comparator.comparing(Objects::isNull)));
  }
}
