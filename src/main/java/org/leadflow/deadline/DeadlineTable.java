package org.leadflow.deadline;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which time there is for what; the line that says most exactly for which leads it holds wins. */
record DeadlineTable(List<Allowance> lines) {

  /**
   * The time there is; empty when no line fits.
   *
   * @param units the unit of the owner and those above it, the nearest first
   */
  Optional<Allowance> find(
      Deadline deadline, List<String> units, @Nullable String grade, @Nullable Integer source) {
    return lines.stream()
        .filter(line -> line.deadline() == deadline && line.concerns(grade, source))
        .filter(line -> line.unit() == null || units.contains(line.unit()))
        .min(
            Comparator.<Allowance>comparingInt(
                    line -> line.unit() == null ? units.size() : units.indexOf(line.unit()))
                .thenComparing(Allowance::grade, Comparator.comparing(Objects::isNull))
                .thenComparing(Allowance::source, Comparator.comparing(Objects::isNull)));
  }
}
