package org.leadflow.duplicates;

import java.util.Collection;
import java.util.UUID;

/**
 * Leads that were just sent in. The room that starts them offers a bean of this type; nothing else
 * connects it with looking for duplicates.
 */
public interface LeadsOnTheWay {

  /**
   * Waits until those of these leads that are being looked at by somebody else this moment are
   * through, and keeps the others from being begun before this transaction ends.
   */
  void waitFor(Collection<UUID> leadIds);
}
