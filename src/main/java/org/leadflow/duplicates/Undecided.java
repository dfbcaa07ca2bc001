package org.leadflow.duplicates;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadflow.core.Refused;
import org.leadflow.lead.AuditEntry.Action;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadEvent.LeadReactivated;
import org.leadflow.lead.LeadRecords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the question whether a lead is there already where nobody answered it. */
@Service
public class Undecided {

  private final LeadRecords leads;
  private final Questions questions;

  Undecided(LeadRecords leads, Questions questions) {
    this.leads = leads;
    this.questions = questions;
  }

  /**
   * Notes that nobody decided in time; the lead is one of its own from here on. It is not
   * remembered as told apart, which only people do: the trail keeps whom it may be about. Like
   * every door it holds the lead before anything else is written, so that a change of the lead at
   * the same moment waits and nobody waits crosswise.
   *
   * @throws Refused when the lead was closed meanwhile
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void isOver(UUID leadId) {
    Lead lead = leads.locked(leadId);
    if (!lead.isOpen()) {
      throw Refused.conflict("lead-closed", "The lead is " + lead.state().label() + ".");
    }
    String asked =
        questions.of(leadId).stream()
            .map(suspect -> suspect.kind().name().toLowerCase(Locale.ROOT) + " " + suspect.id())
            .collect(Collectors.joining(", "));
    questions.settled(leadId);
    leads.tell(lead, Action.LEFT_UNDECIDED, "nobody decided in time whether it is " + asked);
  }

  /** A lead that was closed while somebody was asked comes back where nobody is asked any more. */
  @EventListener
  void on(LeadReactivated reactivated) {
    questions.settled(reactivated.leadId());
  }
}
