package org.leadflow.duplicates;

import java.util.UUID;
import org.leadflow.core.TransactionMemory;
import org.springframework.stereotype.Component;

/**
 * Whether other leads share mail address or phone number with a lead that this transaction looked
 * up: who finds out at intake that there are none saves routing the same question.
 */
@Component
class FoundInHand {

  private final TransactionMemory<UUID, Boolean> anyOther = new TransactionMemory<>();

  void keep(UUID leadId, boolean anyOther) {
    this.anyOther.keep(leadId, anyOther);
  }

  /** Whether it is known that there is no other. */
  boolean isAlone(UUID leadId) {
    return Boolean.FALSE.equals(anyOther.find(leadId));
  }
}
