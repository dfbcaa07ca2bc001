package org.leadflow.qualification;

import java.util.UUID;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadRecords;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an answer from a door other than Tasklist comes in. It is told to the process, which
 * carries it out exactly as if it had been given in Tasklist, before this returns.
 */
@Service
public class Answering {

  private final LeadRecords leads;
  private final Qualification qualification;
  private final ApplicationEventPublisher events;

  Answering(LeadRecords leads, Qualification qualification, ApplicationEventPublisher events) {
    this.leads = leads;
    this.qualification = qualification;
    this.events = events;
  }

  /** Carries the answer out, or says why not and changes nothing. */
  @Transactional
  public Verdict answer(UUID leadId, Answer answer) {
    Lead lead = leads.locked(leadId);
    Verdict verdict = qualification.check(lead, answer);
    if (verdict instanceof Verdict.Fine) {
      events.publishEvent(new LeadAnswered(lead.leadId(), answer));
    }
    return verdict;
  }
}
