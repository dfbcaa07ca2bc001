package org.leadflow.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a rule set says about one lead.
 *
 * @param ruleSet path of its folder
 * @param version of the rule set that decided
 * @param fired every rule that fired, by rule id; each rule at most once
 */
public record Verdict(String ruleSet, String version, List<Fired> fired) {

  private static final Comparator<Fired> BY_ID = Comparator.comparing(Fired::ruleId);
  private static final Comparator<Fired> BY_PRIORITY =
      Comparator.<Fired>comparingInt(each -> priority(each.outcome()).orElse(Integer.MAX_VALUE))
          .thenComparing(BY_ID);

  public Verdict {
    fired = fired.stream().sorted(BY_ID).toList();
  }

  /** The blocker with the first id; its outcome is a {@link Blocker}. */
  public Optional<Fired> firstBlocker() {
    return fired.stream().filter(each -> each.outcome() instanceof Blocker).findFirst();
  }

  /** All points added up, as they are: possibly below 0 or above 100. */
  public int points() {
    return fired.stream()
        .mapToInt(each -> each.outcome() instanceof Points points ? points.points() : 0)
        .sum();
  }

  /** All points added up, not below 0 and not above 100. */
  public int score() {
    return Math.max(0, Math.min(100, points()));
  }

  /** The grade of the {@linkplain #score() score}. */
  public Grade grade() {
    return Grade.of(score());
  }

  /**
   * The rule whose receiver or target has the lowest priority number, then the first id; empty when
   * no rule names one. Its outcome is a {@link Receiver} or a {@link Target}.
   */
  public Optional<Fired> winner() {
    return fired.stream().filter(each -> priority(each.outcome()).isPresent()).min(BY_PRIORITY);
  }

  private static OptionalInt priority(Outcome outcome) {
    if (outcome instanceof Receiver receiver) {
      return OptionalInt.of(receiver.priority());
    }
    return outcome instanceof Target target
        ? OptionalInt.of(target.priority())
        : OptionalInt.empty();
  }
}
