package org.leadflow.routing;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Pools;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadClosed;
import org.leadflow.lead.LeadRecords;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Decision.Question;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a turn back to whoever had it for a lead that was none. Once for each lead and turn,
 * whatever happens to the lead later: a reactivated lead goes on with its owner, who keeps what he
 * got back, and gets nothing a second time.
 */
@Service
public class Crediting {

  private final Pools pools;
  private final Decisions decisions;
  private final LeadRecords leads;
  private final RoutingSettings settings;

  Crediting(Pools pools, Decisions decisions, LeadRecords leads, RoutingSettings settings) {
    this.pools = pools;
    this.decisions = decisions;
    this.leads = leads;
    this.settings = settings;
  }

  /** In the transaction that closes the lead. */
  @EventListener
  void on(LeadClosed closed) {
    if (!settings.creditFor().contains(closed.reason().code())) {
      return;
    }
    Lead lead = leads.get(closed.leadId());
    if (lead.ownerUser() != null) {
      lastTurn(lead.leadId())
          .filter(turn -> turn.ownerUser.equals(lead.ownerUser()))
          .ifPresent(turn -> giveBack(lead, turn, "It was " + closed.reason().label() + ".", null));
    }
  }

  /**
   * The same because somebody says so.
   *
   * @return whether the turn is given back; false when no turn was taken for the lead, when it was
   *     given back before, and when the pool does not want it
   */
  @Transactional
  public boolean credit(UUID leadId, String by, String reason) {
    Lead lead = leads.locked(leadId);
    return lastTurn(leadId).filter(turn -> giveBack(lead, turn, reason, by)).isPresent();
  }

  private boolean giveBack(Lead lead, Turned turn, String reason, @Nullable String by) {
    boolean credited = pools.credit(turn.poolId, turn.member, lead.leadId());
    if (credited) {
      decisions.keep(
          lead.leadId(),
          Question.CREDIT,
          "turn-given-back",
          turn.member + " gets the turn of " + turn.poolId + " back. " + reason,
          null,
          Owner.user(turn.member),
          Explanation.byHand(new Occasion(Occasion.Why.ASKED, by, null, reason)));
    }
    return credited;
  }

  /** The newest turn that was taken for the lead. */
  private Optional<Turned> lastTurn(UUID leadId) {
    return decisions.of(leadId).stream()
        .filter(decision -> decision.question() == Question.ROUTING && decision.owner() != null)
        .map(Crediting::turned)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Turned> turned(Decision decision) {
    var pool = decision.explanation().path("pool");
    boolean taken = pool.path("turnAfter").asLong() > pool.path("turnBefore").asLong();
    // A substitute took a turn that counts as that of whom he stood in for.
    String owner = decision.owner().id();
    return taken
        ? Optional.of(
            new Turned(pool.path("teamId").asText(), owner, pool.path("forUserId").asText(owner)))
        : Optional.empty();
  }

  private record Turned(String poolId, String ownerUser, String member) {}
}
