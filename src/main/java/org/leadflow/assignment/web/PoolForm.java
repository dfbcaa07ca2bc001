package org.leadflow.assignment.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Versions;

/**
 * A pool's settings as a person types them: lists with commas, an empty field for none.
 *
 * @param kindPoints as {@code A: 3, B: 2}
 */
record PoolForm(
    @Nullable Long version,
    @Nullable String strategy,
    @Nullable String nobody,
    @Nullable String nextTeamId,
    @Nullable String hoursAhead,
    @Nullable String catchUp,
    @Nullable Boolean countsManual,
    @Nullable Boolean countsSticky,
    @Nullable String credit,
    @Nullable String timeZone,
    @Nullable String requiredSkills,
    @Nullable String preferredSkills,
    @Nullable String kindPoints,
    @Nullable Boolean paused) {

  static PoolForm of(PoolFields fields) {
    return new PoolForm(
        null,
        fields.strategy(),
        fields.nobody(),
        fields.nextTeamId(),
        Objects.toString(fields.hoursAhead(), ""),
        fields.catchUp(),
        fields.countsManual(),
        fields.countsSticky(),
        fields.credit(),
        fields.timeZone(),
        joined(fields.requiredSkills()),
        joined(fields.preferredSkills()),
        new TreeMap<>(Objects.requireNonNullElse(fields.kindPoints(), Map.<String, Integer>of()))
            .entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(", ")),
        fields.paused());
  }

  PoolFields fields() {
    return new PoolFields(
        strategy,
        paused,
        nobody,
        Typed.text(nextTeamId),
        Typed.number("hoursAhead", hoursAhead),
        catchUp,
        countsManual,
        countsSticky,
        credit,
        Typed.text(timeZone),
        Typed.list(requiredSkills),
        Typed.list(preferredSkills),
        points());
  }

  String ifMatch() {
    return Versions.tag(version);
  }

  private Map<String, @Nullable Integer> points() {
    var points = new TreeMap<String, @Nullable Integer>();
    for (String each : Typed.list(kindPoints)) {
      String[] parts = each.split(":", 2);
      points.put(
          parts[0].strip(), Typed.number("kindPoints", parts.length == 2 ? parts[1] : "none"));
    }
    return points;
  }

  private static String joined(@Nullable List<@Nullable String> names) {
    return names == null ? "" : String.join(", ", names);
  }
}
