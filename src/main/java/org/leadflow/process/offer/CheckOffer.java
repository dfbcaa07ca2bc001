package org.leadflow.process.offer;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.leadflow.offer.OfferAnswering;
import org.leadflow.process.AnswerCheck;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/**
 * Refuses an answer that cannot be carried out, or comes from somebody who may not give it; the
 * task then stays as it was.
 */
@Component
class CheckOffer implements AnswerCheck {

  private final OfferAnswering answering;

  CheckOffer(OfferAnswering answering) {
    this.answering = answering;
  }

  @Override
  public void notify(DelegateTask task) {
    answering.check(BusinessKey.of(task), OfferForm.read(task));
  }

  @Override
  public Set<String> fields() {
    return OfferForm.FIELDS;
  }
}
