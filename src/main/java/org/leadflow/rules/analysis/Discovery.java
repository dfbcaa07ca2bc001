package org.leadflow.rules.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leadflow.rules.Finding;
import org.leadflow.rules.Place;
import org.leadflow.rules.Rule;

/**
 * Something about a rule set as a whole that its author should know.
 *
 * @param place of the rule to change; the folder where no rule is to blame
 * @param sentence what is the matter and what to do about it, in words for an author
 * @param rules ids of the rules it is about, the one to change first; empty for a gap
 * @param example a lead that shows it, fact by fact as in a case; empty where there is none
 */
public record Discovery(
    Kind kind, Place place, String sentence, List<String> rules, Map<String, String> example) {

  /** So many of a kind are told of one set; who has more put one thing wrong many times. */
  static final int MOST = 50;

  private static final Comparator<Place> BY_PLACE =
      Comparator.comparing(Place::file).thenComparingInt(Place::line);

  /** What can be the matter. */
  public enum Kind {
    /** The conditions of a rule exclude each other. */
    NEVER_TRUE(true),
    /** A rule names a unit, partner, team or person that does not exist, left, or is elsewhere. */
    UNKNOWN_RECEIVER(true),
    /** Two rules of the same priority send the same lead to different places. */
    CONFLICT(true),
    /** Rules with a lower priority number take every lead of a rule. */
    UNREACHABLE(false),
    /** No rule takes these leads. */
    GAP(false),
    /** A rule says what another one says already. */
    DUPLICATE(false),
    /** A rule has not fired for a long time. */
    NEVER_FIRED(false);

    private final boolean stops;

    Kind(boolean stops) {
      this.stops = stops;
    }

    /** Whether the rules must not be published like that; otherwise it is a warning. */
    public boolean stops() {
      return stops;
    }

    /** Stable, for reports and clients: {@code never-true}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Two rules of the same priority that send this lead to different places.
   *
   * @param lead taken by both, and by no stronger rule
   */
  public static Discovery conflict(Rule one, Rule other, Map<String, String> lead) {
    return conflict(one, other, "the lead " + Names.lead(lead), lead);
  }

  /** Two rules of the same priority that ask the same and say different things. */
  static Discovery conflict(Rule one, Rule other) {
    return conflict(one, other, "both ask the same, and a lead they take", Map.of());
  }

  private static Discovery conflict(Rule one, Rule other, String which, Map<String, String> lead) {
    boolean inOrder = BY_PLACE.compare(one.place(), other.place()) <= 0;
    Reading first = new Reading(inOrder ? one : other, List.of());
    Reading second = new Reading(inOrder ? other : one, List.of());
    return new Discovery(
        Kind.CONFLICT,
        second.rule().place(),
        ("%s says %s, %s at %s says %s, and both have priority %d: %s would go nowhere;"
                + " give one of them another priority")
            .formatted(
                Names.of(second),
                second.says(),
                Names.of(first),
                first.rule().place(),
                first.says(),
                first.priority(),
                which),
        List.of(second.rule().id(), first.rule().id()),
        lead);
  }

  /** The same for a list of findings. */
  public Finding finding() {
    return new Finding(place, sentence);
  }
}
