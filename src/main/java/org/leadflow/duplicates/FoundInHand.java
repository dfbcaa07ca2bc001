package org.leadflow.duplicates;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whether other leads share mail address or phone number with a lead that this transaction looked
 * up: who finds out at intake that there are none saves routing the same question.
 */
@Component
class FoundInHand {

  void keep(UUID leadId, boolean anyOther) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      hand().put(leadId, anyOther);
    }
  }

  /** Whether it is known that there is no other. */
  boolean isAlone(UUID leadId) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        && Boolean.FALSE.equals(hand().get(leadId));
  }

  @SuppressWarnings("unchecked")
  private Map<UUID, Boolean> hand() {
    Map<UUID, Boolean> hand =
        (Map<UUID, Boolean>) TransactionSynchronizationManager.getResource(this);
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
      TransactionSynchronizationManager.unbindResourceIfPossible(FoundInHand.this);
    }
  }
}
