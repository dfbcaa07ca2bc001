package org.leadflow.rules;

import java.util.ArrayList;
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

  public Verdict {
    if (fired.size() > 1) {
      fired = new ArrayList<>(fired);
      fired.sort(BY_ID);
    }
    fired = List.copyOf(fired);
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
   * The rule whose receiver or target has the lowest priority number; of several that mean the same
   * the one with the first id. Empty when no rule names one, or when there is a {@linkplain
   * #conflict() conflict}. Its outcome is a {@link Receiver} or a {@link Target}.
   */
  public Optional<Fired> winner() {
    List<Fired> first = first();
    return first.isEmpty() || differ(first) ? Optional.empty() : Optional.of(first.get(0));
  }

  /**
   * The rules that share the lowest priority number and do not mean the same receiver or target:
   * all of them, by id. Empty when there is no such conflict.
   */
  public List<Fired> conflict() {
    List<Fired> first = first();
    return differ(first) ? first : List.of();
  }

  /** The rules of the lowest priority number. On the way of every lead, hence without streams. */
  private List<Fired> first() {
    int lowest = Integer.MAX_VALUE;
    List<Fired> first = List.of();
    for (Fired each : fired) {
      OptionalInt priority = each.outcome().rank();
      if (priority.isPresent() && (first.isEmpty() || priority.getAsInt() <= lowest)) {
        if (first.isEmpty() || priority.getAsInt() < lowest) {
          first = new ArrayList<>(2);
        }
        lowest = priority.getAsInt();
        first.add(each);
      }
    }
    return first;
  }

  private static boolean differ(List<Fired> rules) {
    // Priorities are equal, so that different outcomes have different kinds or ids.
    for (int i = 1; i < rules.size(); i++) {
      if (!rules.get(i).outcome().equals(rules.get(0).outcome())) {
        return true;
      }
    }
    return false;
  }
}
