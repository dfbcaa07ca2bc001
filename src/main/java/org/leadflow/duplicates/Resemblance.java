package org.leadflow.duplicates;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.leadflow.duplicates.Trait.Weight;

/**
 * How much two people resemble each other: the sum of the points of every {@link Trait}, after
 * Fellegi and Sunter, and whether their names clash.
 */
final class Resemblance {

  /** Below this likeness nothing of two places is alike. */
  private static final double PLACES = 0.75;

  /** Whoever writes the last name first is found, but not as well. */
  private static final double SWAPPED = 1;

  /** For a code that was mistyped in one place. */
  private static final double MISTYPED = 0.83;

  private static final LevenshteinDistance ONE_LETTER = new LevenshteinDistance(1);

  private final Function<Trait, Weight> weights;

  Resemblance(Function<Trait, Weight> weights) {
    this.weights = weights;
  }

  /**
   * @param points rounded to hundredths
   * @param namesClash first or last name are given on both sides and not alike, in either order
   */
  record Result(double points, boolean namesClash) {}

  Result of(Someone one, Someone other) {
    double straight = names(one, other.firstName(), other.lastName());
    double swapped = names(one, other.lastName(), other.firstName()) - SWAPPED;
    boolean asWritten = straight >= swapped;
    double points =
        Math.max(straight, swapped)
            + company(one, other)
            + places(one.place(), other.place())
            + mails(one, other);
    boolean clash =
        asWritten
            ? Names.clash(one.firstName(), other.firstName())
                || Names.clash(one.lastName(), other.lastName())
            : Names.clash(one.firstName(), other.lastName())
                || Names.clash(one.lastName(), other.firstName());
    return new Result(Math.round(points * 100) / 100.0, clash);
  }

  private double names(Someone one, Set<String> first, Set<String> last) {
    return points(Trait.FIRST_NAME, one.firstName(), first, Names.NOTHING)
        + points(Trait.LAST_NAME, one.lastName(), last, Names.NOTHING);
  }

  private double company(Someone one, Someone other) {
    return Someone.share(one.domains(), other.domains())
        ? weights.apply(Trait.COMPANY).same()
        : points(Trait.COMPANY, one.company(), other.company(), PLACES);
  }

  private double mails(Someone one, Someone other) {
    return Someone.differ(one.mails(), other.mails()) ? weights.apply(Trait.EMAIL).different() : 0;
  }

  private double places(Place one, Place other) {
    return points(Trait.STREET, set(one.street()), set(other.street()), PLACES)
        + points(Trait.ADDRESS_LINE2, set(one.more()), set(other.more()), PLACES)
        + points(Trait.CITY, one.city(), other.city(), PLACES)
        + equal(Trait.HOUSE_NUMBER, one.number(), other.number())
        + equal(Trait.STATE, one.state(), other.state())
        + code(one.code(), other.code());
  }

  private double points(Trait trait, Set<String> one, Set<String> other, double nothing) {
    return one.isEmpty() || other.isEmpty()
        ? 0
        : weights.apply(trait).at(Likeness.of(one, other), nothing);
  }

  private double equal(Trait trait, String one, String other) {
    Weight weight = weights.apply(trait);
    return one.isEmpty() || other.isEmpty()
        ? 0
        : one.equals(other) ? weight.same() : weight.different();
  }

  private double code(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    boolean mistyped = ONE_LETTER.apply(one, other) >= 0 || sorted(one).equals(sorted(other));
    double likeness = one.equals(other) ? 1 : mistyped ? MISTYPED : 0;
    return weights.apply(Trait.POSTAL_CODE).at(likeness, 0.5);
  }

  private static Set<String> set(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text);
  }

  private static String sorted(String code) {
    return code.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
  }
}
