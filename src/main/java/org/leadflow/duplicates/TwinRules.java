package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.List;
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

  /** The strongest rule that holds and counts; empty when they are two. */
  Optional<Found> of(Someone one, Someone other) {
    return holding(one, other).stream().filter(found -> settings.counts(found.rule())).findFirst();
  }

  private List<Found> holding(Someone one, Someone other) {
    List<Found> holding = new ArrayList<>();
    Resemblance.Result result = resemblance.of(one, other);
    if (Someone.share(one.mails(), other.mails())) {
      if (!result.namesClash()) {
        holding.add(new Found(TwinRule.LEAD_SAME_EMAIL, null));
      } else if (shareTheirOwnMailbox(one, other)) {
        holding.add(new Found(TwinRule.LEAD_SAME_EMAIL_OTHER_NAME, null));
      }
    }
    if (Someone.share(one.phones(), other.phones())
        && Names.fit(one.firstName(), one.lastName(), other.firstName(), other.lastName())) {
      holding.add(new Found(TwinRule.LEAD_SAME_PHONE, null));
    }
    if (result.points() >= mergeFrom(one, other) && !result.namesClash()) {
      TwinRule alike =
          one.isReachedElsewhere(other)
              ? TwinRule.LEAD_ALIKE_REACHED_ELSEWHERE
              : TwinRule.LEAD_ALIKE;
      holding.add(new Found(alike, result.points()));
    } else if (result.points() >= settings.askFrom()) {
      holding.add(new Found(TwinRule.LEAD_SIMILAR, result.points()));
    }
    return holding;
  }

  /** Where a first name is missing all the rest has to say as much more. */
  private double mergeFrom(Someone one, Someone other) {
    boolean known = !one.firstName().isEmpty() && !other.firstName().isEmpty();
    return settings.mergeFrom() + (known ? 0 : settings.weight(Trait.FIRST_NAME).same());
  }

  private boolean shareTheirOwnMailbox(Someone one, Someone other) {
    return one.mails().stream()
        .anyMatch(mail -> other.mails().contains(mail) && !settings.isShared(mail));
  }
}
