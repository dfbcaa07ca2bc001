package org.leadflow.duplicates;

import java.util.List;
import java.util.UUID;

/**
 * Leads that were just sent in. The room that starts them offers a bean of this type; nothing else
 * connects it with looking for duplicates.
 */
public interface LeadsOnTheWay {

  /**
   * Waits until those of these leads that are being looked at by somebody else this moment are
   * through, and keeps the others from being begun before this transaction ends.
   *
   * @param leadIds in the order in which they were sent in, all of them after the lead that this
   *     transaction starts: so nobody waits for somebody who waits for him
   */
  void waitFor(List<UUID> leadIds);
}
