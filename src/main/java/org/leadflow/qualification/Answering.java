package org.leadflow.qualification;

import org.leadflow.lead.Lead;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an answer from a door other than Tasklist comes in. It is told to the process, which
 * carries it out exactly as if it had been given in Tasklist, before this returns.
 */
@Service
public class Answering {

  private final Qualification qualification;
  private final ApplicationEventPublisher events;

  Answering(Qualification qualification, ApplicationEventPublisher events) {
    this.qualification = qualification;
    this.events = events;
  }

  /** Carries the answer out, or says why not and changes nothing. */
  @Transactional
  public Verdict answer(Lead lead, Answer answer) {
    Verdict verdict = qualification.check(lead, answer);
    if (verdict instanceof Verdict.Fine) {
      events.publishEvent(new LeadAnswered(lead.leadId(), answer));
    }
    return verdict;
  }
}
