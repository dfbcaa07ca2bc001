package org.leadflow.routing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Asking;
import org.leadflow.assignment.Candidate;
import org.leadflow.assignment.Turn;
import org.leadflow.lead.Lead;
import org.leadflow.organization.Organization;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.leadflow.rules.Target;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells whose a lead would be if it came now. */
@Component
public class Foresight {

  private final Organization organization;
  private final Acquaintances acquaintances;
  private final Turns turns;
  private final TransactionOperations transaction;

  Foresight(
      Organization organization,
      Acquaintances acquaintances,
      Turns turns,
      TransactionOperations transaction) {
    this.organization = organization;
    this.acquaintances = acquaintances;
    this.turns = turns;
    this.transaction = transaction;
  }

  /**
   * @param owner null when nobody would get it now
   * @param candidates of the pool that was asked last, the next first; empty when none was
   */
  public record Prospect(@Nullable Owner owner, List<Candidate> candidates) {}

  /** Whose it would be. Turns are taken and taken back at once, so nobody's place changes. */
  public Prospect of(Lead lead, Route route) {
    Target target = route.target();
    if (target == null) {
      return new Prospect(null, List.of());
    }
    return switch (target.kind()) {
      case PERSON -> known(Owner.user(target.id()));
      case QUEUE -> known(Owner.team(target.id()));
      case TEAM, OWNER ->
          Objects.requireNonNull(
              transaction.execute(
                  status -> {
                    status.setRollbackOnly();
                    return turn(lead, route, target);
                  }));
    };
  }

  private Prospect known(Owner owner) {
    return new Prospect(
        organization.ownership(owner).map(Ownership::owner).orElse(null), List.of());
  }

  private Prospect turn(Lead lead, Route route, Target target) {
    Asking asking = turns.about(lead, route.facts(), Occasion.ARRIVED);
    if (target.kind() == Target.Kind.OWNER) {
      Acquaintance acquaintance =
          acquaintances.of(lead, target.id(), asking).filter(Acquaintance::takes).orElse(null);
      if (acquaintance != null) {
        return new Prospect(Owner.user(acquaintance.userId()), List.of());
      }
    }
    Turn turn = turns.ask(target.id(), asking).last();
    if (turn instanceof Turn.Taken taken) {
      return new Prospect(taken.winner().owner(), turn.candidates());
    }
    return new Prospect(
        turn instanceof Turn.Queue queue ? queue.owner().owner() : null, turn.candidates());
  }
}
