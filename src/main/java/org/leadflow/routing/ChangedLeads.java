package org.leadflow.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads that changed, in the order of their first change. Holds of each what takes some dozen
 * bytes, and of too many the youngest, so that no import fills the memory.
 */
final class ChangedLeads {

  private static final Logger log = LoggerFactory.getLogger(ChangedLeads.class);

  private final int bound;
  private final Map<UUID, Integer> knownBefore = new LinkedHashMap<>();
  private boolean overflown;

  /**
   * @param bound how many are kept
   */
  ChangedLeads(int bound) {
    this.bound = bound;
  }

  /**
   * Notes a lead; the oldest makes room when there are too many.
   *
   * @param facts hash of what rules knew of it before; of several changes the first counts
   */
  synchronized void note(UUID leadId, int facts) {
    knownBefore.putIfAbsent(leadId, facts);
    if (knownBefore.size() > bound) {
      remove(knownBefore.keySet().iterator().next());
      if (!overflown) {
        log.warn("More than {} leads changed at once; the oldest stay where they are", bound);
      }
      overflown = true;
    }
  }

  /** Takes the oldest out, at most so many, each with the hash of what rules knew of it before. */
  synchronized Map<UUID, Integer> next(int most) {
    Map<UUID, Integer> taken = new LinkedHashMap<>();
    knownBefore.entrySet().stream()
        .limit(most)
        .forEach(each -> taken.put(each.getKey(), each.getValue()));
    taken.keySet().forEach(this::remove);
    overflown &= !knownBefore.isEmpty();
    return taken;
  }

  private void remove(UUID leadId) {
    knownBefore.remove(leadId);
  }
}
