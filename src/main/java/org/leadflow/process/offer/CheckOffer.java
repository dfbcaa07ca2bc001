package org.leadflow.process.offer;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadflow.offer.OfferAnswering;
import org.leadflow.process.BusinessKey;
import org.leadflow.process.FormFields;
import org.springframework.stereotype.Component;

/**
 * Refuses an answer that cannot be carried out, or comes from somebody who may not give it; the
 * task then stays as it was.
 */
@Component
class CheckOffer implements TaskListener {

  private final OfferAnswering answering;

  CheckOffer(OfferAnswering answering) {
    this.answering = answering;
  }

  @Override
  public void notify(DelegateTask task) {
    answering.check(BusinessKey.of(task), OfferForm.read(task));
    FormFields.keepOnly(task, OfferForm.FIELDS);
  }
}
