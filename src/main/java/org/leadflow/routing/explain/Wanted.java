package org.leadflow.routing.explain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Owner;
import org.leadflow.rules.Outcome;
import org.leadflow.rules.Receiver;
import org.leadflow.rules.Rule;
import org.leadflow.rules.Target;

/**
 * Somebody a rule can name.
 *
 * @param id in the organisation
 */
public record Wanted(Kind kind, String id) {

  /** Who can be asked for. */
  public enum Kind {
    UNIT,
    PARTNER,
    TEAM,
    PERSON
  }

  boolean is(@Nullable Owner owner) {
    return kind == Kind.PERSON && Owner.user(id).equals(owner);
  }

  boolean isNamedBy(Rule rule) {
    return rule.outcomes().stream().anyMatch(this::isNamedBy);
  }

  boolean isNamedBy(Outcome outcome) {
    if (outcome instanceof Receiver receiver) {
      return receiver.kind().name().equals(kind.name()) && receiver.id().equals(id);
    }
    return outcome instanceof Target target
        && target.id().equals(id)
        && (target.kind() == Target.Kind.PERSON) == (kind == Kind.PERSON)
        && (kind == Kind.PERSON || kind == Kind.TEAM);
  }

  /** As {@code team dach-enterprise}. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + id;
  }
}
