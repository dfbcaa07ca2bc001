package org.leadflow.console;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.console.Awaited.Kind;
import org.leadflow.core.WallClock;
import org.leadflow.duplicates.IntakeDuplicates;
import org.leadflow.lead.AskedForData;
import org.leadflow.lead.Lead;
import org.leadflow.lead.MissingData;
import org.leadflow.offer.Offer;
import org.leadflow.offer.Offers;
import org.leadflow.qualification.approval.Approval;
import org.leadflow.qualification.approval.Approvals;
import org.leadflow.qualification.approval.Approvers;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Tells whose answer an open lead waits for; until then nobody works it. */
@Component
class AwaitedAnswers {

  private final Approvals approvals;
  private final Approvers approvers;
  private final Offers offers;
  private final MissingData missing;
  private final AskedForData asked;
  private final IntakeDuplicates duplicates;
  private final Permissions permissions;
  private final CurrentCaller callers;
  private final Names names;
  private final WallClock times;

  AwaitedAnswers(
      Approvals approvals,
      Approvers approvers,
      Offers offers,
      MissingData missing,
      AskedForData asked,
      IntakeDuplicates duplicates,
      Permissions permissions,
      CurrentCaller callers,
      Names names,
      WallClock times) {
    this.approvals = approvals;
    this.approvers = approvers;
    this.offers = offers;
    this.missing = missing;
    this.asked = asked;
    this.duplicates = duplicates;
    this.permissions = permissions;
    this.callers = callers;
    this.names = names;
    this.times = times;
  }

  /** Null when the lead waits for nobody but its owner, or is closed. */
  @Nullable Awaited of(Lead lead) {
    if (!lead.isOpen()) {
      return null;
    }
    // Before it has a score, nobody has anything of it but the lead desk.
    if (lead.score() == null) {
      return atTheLeadDesk(lead);
    }
    Optional<Awaited> offer =
        lead.owningPartner() == null
            ? Optional.empty()
            : offers.open(lead.leadId()).map(open -> offer(lead, open));
    return offer
        .or(() -> approvals.open(lead.leadId()).map(open -> approval(lead, open)))
        .orElse(null);
  }

  private @Nullable Awaited atTheLeadDesk(Lead lead) {
    if (missing.isIncomplete(lead.fields()) && asked.isAsked(lead.leadId())) {
      return data(lead);
    }
    return duplicates.asked(lead.leadId()).isEmpty() ? null : duplicate(lead);
  }

  private Awaited approval(Lead lead, Approval open) {
    Set<String> managers = approvers.of(lead, open.askedBy());
    return awaited(
        Kind.APPROVAL,
        "%s wants to qualify it, with an opportunity of %s. %s decides."
            .formatted(
                named(Set.of(open.askedBy())),
                open.worth(),
                managers.isEmpty() ? "An operator" : named(managers)),
        "Until then it can be assigned to somebody else, whose manager decides then. Whoever decides"
            + " may also send it back, and it can be worked again.",
        open.dueOn(),
        approvals.mayAnswer(lead, open),
        false);
  }

  private String named(Set<String> people) {
    Set<String> known = approvers.known(people);
    return known.isEmpty()
        ? StringUtils.capitalize(Approvers.LOOKS_AFTER)
        : known.stream().map(names::actor).collect(Collectors.joining(" or "));
  }

  private Awaited offer(Lead lead, Offer open) {
    return awaited(
        Kind.OFFER,
        "It is offered to %s (%s)."
            .formatted(names.partner(open.partnerId()), names.owner(open.to())),
        "Whoever accepts it works it. Declined, or not answered in time, it falls back to the unit"
            + " that looks after the partner; assigned to somebody else, the offer is withdrawn.",
        open.lapsesOn(),
        open.partnerId().equals(callers.get().partnerId()) && mayWrite(lead),
        open.team() != null);
  }

  private Awaited data(Lead lead) {
    return awaited(
        Kind.DATA,
        "Nobody could work it as it is. It lacks: %s."
            .formatted(String.join(", ", missing.of(lead.fields()))),
        "The lead desk looks for a way to reach the person; after its time is over the lead goes on"
            + " as it is.",
        null,
        mayWrite(lead),
        false);
  }

  private Awaited duplicate(Lead lead) {
    return awaited(
        Kind.DUPLICATE,
        "It may be one that is there already.",
        "The lead desk looks at both and decides, in Tasklist; after its time is over the lead goes"
            + " on as one of its own.",
        null,
        mayWrite(lead),
        false);
  }

  private boolean mayWrite(Lead lead) {
    return permissions.allows(callers.get(), Privilege.WRITE, lead);
  }

  private Awaited awaited(
      Kind kind,
      String sentence,
      String instead,
      @Nullable Instant until,
      boolean mayAnswer,
      boolean byTeam) {
    return new Awaited(
        kind,
        sentence,
        instead,
        times.minuteOrNone(until),
        until != null && times.isPast(until),
        mayAnswer,
        byTeam);
  }
}
