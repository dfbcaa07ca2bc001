package org.leadflow.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Asking;
import org.leadflow.assignment.Otherwise;
import org.leadflow.assignment.Pools;
import org.leadflow.assignment.Turn;
import org.leadflow.lead.Lead;
import org.leadflow.rules.LeadFacts;
import org.springframework.stereotype.Component;

/**
 * Asks pools for a turn: the target's, and when nobody of it can take the lead the one it sends
 * such leads on to, never one of them twice and not more than are allowed in a row.
 */
@Component
class Turns {

  private final Pools pools;
  private final RoutingSettings settings;
  private final Clock clock;

  Turns(Pools pools, RoutingSettings settings, Clock clock) {
    this.pools = pools;
    this.settings = settings;
    this.clock = clock;
  }

  /** What a pool is told about this lead. */
  Asking about(Lead lead, @Nullable LeadFacts facts, Occasion occasion) {
    return new Asking(
        lead.leadId(),
        clock.instant(),
        occasion.leftOut(),
        lead.grade() == null ? "" : lead.grade(),
        facts == null ? Map.of() : needs(facts));
  }

  private static Map<String, String> needs(LeadFacts facts) {
    Map<String, String> needs = new HashMap<>();
    put(needs, "language", facts.language());
    put(needs, "region", facts.country());
    put(needs, "industry", facts.industry());
    put(needs, "partner", facts.partner());
    return needs;
  }

  private static void put(Map<String, String> needs, String skill, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      needs.put(skill, value);
    }
  }

  Asked ask(String teamId, Asking asking) {
    List<PoolAsked> before = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    String pool = teamId;
    while (true) {
      seen.add(pool);
      Turn turn = pools.next(pool, asking);
      String next = turn instanceof Turn.NobodyAvailable nobody ? next(nobody) : null;
      if (next == null || seen.contains(next) || seen.size() >= settings.poolsInARow()) {
        return new Asked(pool, turn, before);
      }
      before.add(PoolAsked.of(pool, (Turn.NobodyAvailable) turn));
      pool = next;
    }
  }

  private static @Nullable String next(Turn.NobodyAvailable nobody) {
    return nobody.otherwise().kind() == Otherwise.Kind.NEXT_POOL
        ? nobody.otherwise().teamId()
        : null;
  }

  /**
   * The pool that was asked last, what it said, and those that sent the lead on before.
   *
   * @param last of a pool that would send it on: there was nowhere left to send it
   */
  record Asked(String teamId, Turn last, List<PoolAsked> before) {

    /** When somebody of any of them is available by himself; null when nobody knows. */
    @Nullable Instant earliest() {
      return Stream.concat(
              before.stream().map(PoolAsked::earliest),
              last instanceof Turn.NobodyAvailable nobody
                  ? nobody.earliest().stream()
                  : Stream.<Instant>empty())
          .filter(Objects::nonNull)
          .min(Instant::compareTo)
          .orElse(null);
    }
  }
}
