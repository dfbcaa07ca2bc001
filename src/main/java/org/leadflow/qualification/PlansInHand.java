package org.leadflow.qualification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.lead.Lead;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The plans of the current transaction: what the check of an answer found out is what the steps of
 * the conversion carry out, without looking again.
 */
@Component
class PlansInHand {

  void keep(Plan plan) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      hand().put(plan.lead().leadId(), plan);
    }
  }

  /** The plan made for this lead as it stands and this request. */
  Optional<Plan> find(Lead lead, QualifyLead request) {
    return find(lead.leadId())
        .filter(plan -> plan.lead().equals(lead) && plan.request().equals(request));
  }

  Optional<Plan> find(UUID leadId) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? Optional.ofNullable(hand().get(leadId))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, Plan> hand() {
    Map<UUID, Plan> hand = (Map<UUID, Plan>) TransactionSynchronizationManager.getResource(this);
    if (hand == null) {
      hand = new HashMap<>();
      TransactionSynchronizationManager.bindResource(this, hand);
      TransactionSynchronizationManager.registerSynchronization(new Ending());
    }
    return hand;
  }

  private final class Ending implements TransactionSynchronization {
    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(PlansInHand.this);
    }
  }
}
