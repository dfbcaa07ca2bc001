package org.leadflow.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Units, partners, teams and people as they are at one moment.
 *
 * @param units the unit above each, the empty text for the root
 * @param partners the ids of the channel partners
 * @param teams where each team belongs
 * @param people where each active person belongs
 * @param left ids of people who are there no more
 * @param everywhere the team any folder may name, because it takes what nobody else does
 */
public record Receivers(
    Map<String, String> units,
    Set<String> partners,
    Map<String, Home> teams,
    Map<String, Home> people,
    Set<String> left,
    String everywhere)
    implements KnownReceivers {

  /**
   * Where a team or person belongs.
   *
   * @param partner null for our own
   */
  public record Home(String unit, @Nullable String partner) {}

  private static final String UNITS = "routing/units/";
  private static final String PARTNERS = "routing/partners/";
  private static final int FEW = 20;

  @Override
  public Optional<String> objection(String ruleSet, Outcome outcome) {
    if (outcome instanceof Receiver receiver) {
      return receiver.kind() == Receiver.Kind.UNIT
          ? known("unit", receiver.id(), units.keySet())
          : known("partner", receiver.id(), partners);
    } else if (outcome instanceof Target target) {
      return target.kind() == Target.Kind.PERSON
          ? person(target.id()).or(() -> company(ruleSet, target.id()))
          : known("team", target.id(), teams.keySet()).or(() -> team(ruleSet, target.id()));
    }
    return Optional.empty();
  }

  private Optional<String> person(String id) {
    return left.contains(id)
        ? Optional.of("names %s, who is not active any more; name somebody else".formatted(id))
        : known("person", id, people.keySet());
  }

  /** Whoever works for a partner gets leads by the rules of that partner only. */
  private Optional<String> company(String ruleSet, String id) {
    String partner = ruleSet.startsWith(PARTNERS) ? ruleSet.substring(PARTNERS.length()) : null;
    String works = people.get(id) == null ? partner : people.get(id).partner();
    return Objects.equals(works, partner)
        ? Optional.empty()
        : Optional.of(
            "names %s, who works for %s; name somebody else"
                .formatted(
                    id, works == null ? "us and not for " + partner : "the partner " + works));
  }

  private static Optional<String> known(String kind, String id, Collection<String> known) {
    if (known.contains(id)) {
      return Optional.empty();
    }
    String choose =
        known.size() > FEW ? "" : "; there are " + String.join(", ", new TreeSet<>(known));
    return Optional.of("names the %s \"%s\", which does not exist%s".formatted(kind, id, choose));
  }

  private Optional<String> team(String ruleSet, String id) {
    Home home = teams.get(id);
    if (home == null || id.equals(everywhere)) {
      return Optional.empty();
    }
    if (ruleSet.startsWith(PARTNERS)) {
      String partner = ruleSet.substring(PARTNERS.length());
      return partner.equals(home.partner)
          ? Optional.empty()
          : Optional.of("names the team \"%s\", which is not of %s".formatted(id, partner));
    }
    if (!ruleSet.startsWith(UNITS)) {
      return Optional.empty();
    }
    String unit = ruleSet.substring(UNITS.length());
    if (home.partner != null) {
      return Optional.of(
          "names the team \"%s\", which is of the partner %s and not of %s"
              .formatted(id, home.partner, unit));
    }
    return isInside(home.unit, unit)
        ? Optional.empty()
        : Optional.of(
            "names the team \"%s\", which is of %s and not of %s".formatted(id, home.unit, unit));
  }

  private boolean isInside(String inner, String outer) {
    var seen = new HashSet<String>();
    for (String unit = inner;
        unit != null && !unit.isEmpty() && seen.add(unit);
        unit = units.get(unit)) {
      if (unit.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}
