package org.leadflow.assignment;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a pool is told about the lead it gives a turn for.
 *
 * @param excludedUserIds users who do not get this turn; need not be members
 * @param kind the lead's grade, or empty; caps and the load may depend on it
 * @param needs what fits best, by the name of the skill, such as language, region, product; what
 *     the lead does not tell is left out
 */
public record Asking(
    UUID leadId, Instant now, Set<String> excludedUserIds, String kind, Map<String, String> needs) {

  public Asking {
    excludedUserIds = Set.copyOf(excludedUserIds);
    needs = Map.copyOf(needs);
  }
}
