package org.leadflow.rules.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.leadflow.rules.Fired;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Points;
import org.leadflow.rules.Verdict;

/** Says of each rule that fired what became of what it said. */
public final class Reasons {

  private Reasons() {}

  /** What became of what a rule said. */
  public enum Result {
    /** It decided. */
    WON,
    /** Its points were added to those of the others. */
    ADDED,
    /** Another rule came first. */
    LOST,
    /** Another rule of the same priority named somebody else, so neither decided. */
    CONFLICT
  }

  /**
   * @param why the same as a sentence
   */
  public record Reason(Result result, String why) {}

  /** What became of what this rule, one of the verdict's, said. */
  public static Reason of(Fired fired, Verdict verdict) {
    if (fired.outcome() instanceof Points) {
      return new Reason(Result.ADDED, "Its points were added up with the others.");
    }
    List<Fired> conflict = verdict.conflict();
    if (conflict.contains(fired)) {
      return new Reason(
          Result.CONFLICT,
          "Priority %d as %s, which named somebody else; neither decided."
              .formatted(priority(fired.outcome()).orElse(0), others(conflict, fired)));
    }
    Optional<Fired> first = conflict.isEmpty() ? decider(verdict) : Optional.of(conflict.get(0));
    if (first.isEmpty()) {
      return new Reason(Result.LOST, "It says nothing that decides here.");
    }
    Fired winner = first.get();
    if (winner.ruleId().equals(fired.ruleId())) {
      return new Reason(Result.WON, "It decided.");
    }
    return new Reason(Result.LOST, lostTo(fired, winner));
  }

  private static String others(List<Fired> rules, Fired without) {
    return rules.stream()
        .map(Fired::ruleId)
        .filter(id -> !id.equals(without.ruleId()))
        .collect(Collectors.joining(" and "));
  }

  private static String lostTo(Fired fired, Fired winner) {
    OptionalInt own = priority(fired.outcome());
    OptionalInt others = priority(winner.outcome());
    if (own.isEmpty() || others.isEmpty()) {
      return "%s has the smaller id and came first.".formatted(winner.ruleId());
    }
    return own.getAsInt() == others.getAsInt()
        ? "Priority %d as %s, which says the same and has the smaller id."
            .formatted(own.getAsInt(), winner.ruleId())
        : "Priority %d against %d of %s; the lower number comes first."
            .formatted(own.getAsInt(), others.getAsInt(), winner.ruleId());
  }

  /** Whether what this rule, one of the verdict's, said counted. */
  public static boolean decided(Fired fired, Verdict verdict) {
    return fired.outcome() instanceof Points
        || decider(verdict).filter(first -> first.ruleId().equals(fired.ruleId())).isPresent();
  }

  /** The one rule that decided; empty when none did or points were added up. */
  public static Optional<Fired> decider(Verdict verdict) {
    return verdict.firstBlocker().or(verdict::winner);
  }

  /** What the rules said together: {@code unit emea}, {@code not blocked}, {@code nobody}. */
  public static String answer(Verdict verdict) {
    return switch (verdict.ruleSet()) {
      case "scoring" -> "%d points, grade %s".formatted(verdict.score(), verdict.grade());
      case "screening" ->
          verdict.firstBlocker().map(fired -> words(fired.outcome())).orElse("not blocked");
      default -> verdict.winner().map(fired -> words(fired.outcome())).orElse("nobody");
    };
  }

  /** An outcome in words, as {@code team dach-enterprise} or {@code 20 points}. */
  public static String words(Outcome outcome) {
    return outcome instanceof Points points ? points.points() + " points" : outcome.words();
  }

  /** The priority of a receiver or target; empty for what has none. */
  public static OptionalInt priority(Outcome outcome) {
    return outcome.rank();
  }
}
