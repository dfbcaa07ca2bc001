package org.leadflow.routing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Why a lead changes hands, for the steps of the process that carry it out within the same call: a
 * reason is written by a person, so that it must not travel as a variable of the process.
 */
@Component
class WishInHand {

  private static final String TAKEN_AWAY = "\0taken away";

  /** Does it for this reason. */
  void because(@Nullable String reason, Runnable work) {
    if (reason == null) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.bindResource(this, reason);
    try {
      work.run();
    } finally {
      TransactionSynchronizationManager.unbindResource(this);
    }
  }

  /** Does it because the owner cannot keep the lead, whether he wants or not. */
  void takingAway(Runnable work) {
    because(TAKEN_AWAY, work);
  }

  /** The reason, null when none was given. */
  @Nullable String reason() {
    String reason = (String) TransactionSynchronizationManager.getResource(this);
    return TAKEN_AWAY.equals(reason) ? null : reason;
  }

  boolean takenAway() {
    return TAKEN_AWAY.equals(TransactionSynchronizationManager.getResource(this));
  }
}
