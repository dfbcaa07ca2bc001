package org.leadflow.duplicates;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.duplicates.Trait.Weight;
import org.leadflow.lead.Lead;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How new leads are compared with what is there.
 *
 * @param atIntake whether they are at all
 * @param offForChannels the doors whose leads are not, such as {@code IMPORT}
 * @param offForSources the systems ({@code sourceSystem}) whose leads are not
 * @param mergeFrom from how many points on a lead is the same as an open one
 * @param askFrom from how many points on a person is asked
 * @param points other weights than {@link Trait} has
 */
@ConfigurationProperties("leadflow.duplicates")
record DuplicateSettings(
    @DefaultValue("true") boolean atIntake,
    @DefaultValue Set<String> offForChannels,
    @DefaultValue Set<String> offForSources,
    @DefaultValue("14") double mergeFrom,
    @DefaultValue("12") double askFrom,
    @Nullable Map<Trait, Weight> points) {

  DuplicateSettings {
    points = points == null ? Map.of() : Map.copyOf(points);
    offForChannels = lowered(offForChannels);
    offForSources = lowered(offForSources);
    require(
        askFrom <= mergeFrom,
        "leadflow.duplicates.ask-from (%s) must not be above merge-from (%s): who is sure need not ask"
            .formatted(askFrom, mergeFrom));
    require(
        askFrom > weight(points, Trait.FIRST_NAME).same() + weight(points, Trait.LAST_NAME).same(),
        "leadflow.duplicates.ask-from (%s) must be above the points of first and last name together: a name alone is nobody"
            .formatted(askFrom));
    points.forEach(
        (trait, weight) ->
            require(
                weight.same() >= 0 && weight.different() <= 0,
                "leadflow.duplicates.points of %s: same must not be below 0 and different not above it"
                    .formatted(trait)));
  }

  Weight weight(Trait trait) {
    return weight(points, trait);
  }

  /** Whether this lead is compared. */
  boolean comparesAtIntake(Lead lead) {
    String source = lead.fields().sourceSystem();
    return atIntake
        && !offForChannels.contains(lead.intakeChannel().toLowerCase())
        && (source == null || !offForSources.contains(source.toLowerCase()));
  }

  private static Weight weight(Map<Trait, Weight> points, Trait trait) {
    return points.getOrDefault(trait, trait.weight());
  }

  private static Set<String> lowered(Set<String> names) {
    return names.stream().map(String::toLowerCase).collect(Collectors.toUnmodifiableSet());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
