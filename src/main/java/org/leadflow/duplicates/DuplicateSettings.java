package org.leadflow.duplicates;

import java.util.Locale;
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
 * @param rules other verdicts than {@link TwinRule} has, none of them surer
 * @param sharedMailboxes what stands before the @ of addresses that a company gives to everybody
 */
@ConfigurationProperties("leadflow.duplicates")
record DuplicateSettings(
    @DefaultValue("true") boolean atIntake,
    @DefaultValue Set<String> offForChannels,
    @DefaultValue Set<String> offForSources,
    @DefaultValue("14") double mergeFrom,
    @DefaultValue("12") double askFrom,
    @Nullable Map<Trait, Weight> points,
    @Nullable Map<TwinRule, Verdict> rules,
    @DefaultValue Set<String> sharedMailboxes) {

  DuplicateSettings {
    points = points == null ? Map.of() : Map.copyOf(points);
    rules = rules == null ? Map.of() : Map.copyOf(rules);
    sharedMailboxes = lowered(sharedMailboxes);
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
    rules.forEach(
        (rule, verdict) ->
            require(
                verdict.compareTo(rule.verdict()) >= 0,
                "leadflow.duplicates.rules.%s cannot be %s: a person has to decide"
                    .formatted(rule.id(), verdict.name().toLowerCase(Locale.ROOT))));
    require(
        rules.get(TwinRule.ACCOUNT_SAME_NAME_AND_COUNTRY) != Verdict.ASK,
        "leadflow.duplicates.rules.account-same-name-and-country cannot be ask: people are asked about people");
  }

  Weight weight(Trait trait) {
    return weight(points, trait);
  }

  boolean isSure(TwinRule rule) {
    return verdict(rule) == Verdict.SURE;
  }

  boolean asks(TwinRule rule) {
    return verdict(rule) == Verdict.ASK;
  }

  boolean counts(TwinRule rule) {
    return verdict(rule) != Verdict.NOTHING;
  }

  private Verdict verdict(TwinRule rule) {
    return rules.getOrDefault(rule, rule.verdict());
  }

  /** Whether a company gives this mail address to everybody. */
  boolean isShared(String address) {
    int at = address.indexOf('@');
    return at > 0 && sharedMailboxes.contains(address.substring(0, at));
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
