package org.leadflow.duplicates;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the people of two leads are one: first by a mail address or phone number they share, with
 * names that fit, else by the sum of all they have in common.
 */
@Component
class TwinRules {

  private final DuplicateSettings settings;
  private final Resemblance resemblance;

  TwinRules(DuplicateSettings settings) {
    this.settings = settings;
    this.resemblance = new Resemblance(settings::weight);
  }

  /**
   * What a rule found.
   *
   * @param points null where one value decided
   */
  record Found(TwinRule rule, @Nullable Double points) {}

  /** The strongest rule that holds; empty when they are two. */
  Optional<Found> of(Someone one, Someone other) {
    Resemblance.Result result = resemblance.of(one, other);
    if (Someone.share(one.mails(), other.mails())) {
      if (!result.namesClash()) {
        return byValue(TwinRule.LEAD_SAME_EMAIL);
      }
      if (shareTheirOwnMailbox(one, other)) {
        return byValue(TwinRule.LEAD_SAME_EMAIL_OTHER_NAME);
      }
    }
    if (Someone.share(one.phones(), other.phones())
        && Names.fit(one.firstName(), one.lastName(), other.firstName(), other.lastName())) {
      return byValue(TwinRule.LEAD_SAME_PHONE);
    }
    if (result.points() < settings.askFrom()) {
      return Optional.empty();
    }
    boolean sure = result.points() >= mergeFrom(one, other) && !result.namesClash();
    TwinRule alike =
        one.isReachedElsewhere(other) ? TwinRule.LEAD_ALIKE_REACHED_ELSEWHERE : TwinRule.LEAD_ALIKE;
    return Optional.of(new Found(sure ? alike : TwinRule.LEAD_SIMILAR, result.points()));
  }

  /** Where a first name is missing all the rest has to say as much more. */
  private double mergeFrom(Someone one, Someone other) {
    boolean known = !one.firstName().isEmpty() && !other.firstName().isEmpty();
    return settings.mergeFrom() + (known ? 0 : settings.weight(Trait.FIRST_NAME).same());
  }

  private static boolean shareTheirOwnMailbox(Someone one, Someone other) {
    return one.mails().stream()
        .anyMatch(mail -> other.mails().contains(mail) && !SharedMailbox.is(mail));
  }

  private static Optional<Found> byValue(TwinRule rule) {
    return Optional.of(new Found(rule, null));
  }
}
