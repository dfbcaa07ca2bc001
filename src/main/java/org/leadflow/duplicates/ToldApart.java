package org.leadflow.duplicates;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.leadflow.core.CurrentActor;
import org.leadflow.lead.LeadEvent.LeadUnmerged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which records a person told apart, so that nobody is asked about them again. */
@Component
class ToldApart {

  private final JdbcClient jdbc;
  private final CurrentActor actor;
  private final Clock clock;

  ToldApart(JdbcClient jdbc, CurrentActor actor, Clock clock) {
    this.jdbc = jdbc;
    this.actor = actor;
    this.clock = clock;
  }

  void remember(UUID one, UUID other) {
    if (!from(one, Set.of(other)).isEmpty()) {
      return;
    }
    boolean inOrder = one.compareTo(other) < 0;
    jdbc.sql("INSERT INTO told_apart (one, other, told_on, told_by) VALUES (?, ?, ?, ?)")
        .params(
            inOrder ? one : other,
            inOrder ? other : one,
            clock.instant().atOffset(ZoneOffset.UTC),
            actor.get().id())
        .update();
  }

  /** Whoever takes a merge back says that they are two. */
  @EventListener
  void on(LeadUnmerged event) {
    remember(event.leadId(), event.masterId());
  }

  /** Which of these were told apart from this one. */
  Set<UUID> from(UUID one, Collection<UUID> others) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT other FROM told_apart WHERE one = :one AND other IN (:others)
                UNION SELECT one FROM told_apart WHERE other = :one AND one IN (:others)
                """)
            .param("one", one)
            .param("others", others)
            .query(UUID.class)
            .list());
  }
}
