package org.leadflow.process.offer;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadflow.offer.Offers;
import org.leadflow.process.BusinessKey;
import org.springframework.stereotype.Component;

/** Shows in Tasklist until when the partner may answer. */
@Component
class PresentOffer implements TaskListener {

  private final Offers offers;

  PresentOffer(Offers offers) {
    this.offers = offers;
  }

  @Override
  public void notify(DelegateTask task) {
    offers
        .open(BusinessKey.of(task))
        .ifPresent(
            offer -> {
              task.setDueDate(Date.from(offer.lapsesOn()));
              task.setFollowUpDate(null);
            });
  }
}
