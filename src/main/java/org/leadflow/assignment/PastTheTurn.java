package org.leadflow.assignment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadflow.assignment.PoolSettings.Credit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads that are given past the turn, and turns that are given back. */
@Component
class PastTheTurn {

  /** No lead is turned down by anybody here. */
  private static final UUID NO_LEAD = new UUID(0, 0);

  private final PoolRows rows;
  private final JdbcClient jdbc;
  private final Clock clock;

  PastTheTurn(PoolRows rows, JdbcClient jdbc, Clock clock) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean count(String teamId, String userId, Way way) {
    Instant now = clock.instant();
    if (rows.read(teamId, NO_LEAD, now).filter(pool -> counts(pool, userId, way)).isEmpty()) {
      return false;
    }
    rows.lock(teamId);
    Pool pool = rows.read(teamId, NO_LEAD, now).orElseThrow().beforeTurn();
    Optional<Member> member = member(pool, userId);
    List<Member> sharing = sharing(pool);
    if (member.isEmpty()
        || !rows.take(
            teamId, member.get(), pool.turn() + 1, Shares.of(sharing).paid(sharing), 0, userId)) {
      return false;
    }
    if (!sharing.isEmpty()) {
      rows.accrue(teamId, sharing.stream().map(Member::id).toList(), Shares.of(sharing).sum());
    }
    jdbc.sql("insert into pool_count (team_id, user_id, way, counted_on) values (?, ?, ?, ?)")
        .params(teamId, userId, way.name(), at(now))
        .update();
    return true;
  }

  boolean credit(String teamId, String userId, UUID leadId) {
    Instant now = clock.instant();
    Optional<Pool> seen = rows.read(teamId, leadId, now);
    if (seen.isEmpty()
        || seen.get().settings().credit() == Credit.NONE
        || member(seen.get(), userId).isEmpty()
        || isCredited(teamId, userId, leadId)) {
      return false;
    }
    rows.lock(teamId);
    int first =
        jdbc.sql(
                """
                insert into pool_credit (lead_id, team_id, user_id, credited_on)
                select l.lead_id, ?, ?, ? from lead l where l.lead_id = ?
                  and not exists (select 1 from pool_credit c where c.lead_id = ? and c.team_id = ? and c.user_id = ?)
                """)
            .params(teamId, userId, at(now), leadId, leadId, teamId, userId)
            .update();
    if (first == 0) {
      return false;
    }
    Pool pool = rows.read(teamId, leadId, now).orElseThrow().beforeTurn();
    List<Member> sharing = sharing(pool);
    long paid = Shares.of(sharing).paid(sharing);
    if (!sharing.isEmpty()) {
      rows.giveBack(teamId, sharing.stream().map(Member::id).toList(), Shares.of(sharing).sum());
    }
    return rows.credit(
        teamId, userId, paid, pool.settings().strategy() == Strategy.WEIGHTED ? 0 : 1);
  }

  /** Asked before the pool is locked, which counts a turn. */
  private boolean isCredited(String teamId, String userId, UUID leadId) {
    return jdbc.sql(
                "select count(*) from pool_credit where lead_id = ? and team_id = ? and user_id = ?")
            .params(leadId, teamId, userId)
            .query(Integer.class)
            .single()
        > 0;
  }

  private static boolean counts(Pool pool, String userId, Way way) {
    boolean counted =
        way == Way.MANUAL ? pool.settings().countsManual() : pool.settings().countsSticky();
    return counted && member(pool, userId).isPresent();
  }

  private static Optional<Member> member(Pool pool, String userId) {
    return pool.members().stream().filter(member -> member.id().equals(userId)).findFirst();
  }

  /** Those who are owed a share when no gate is asked. */
  private static List<Member> sharing(Pool pool) {
    return pool.settings().strategy() != Strategy.WEIGHTED
        ? List.of()
        : pool.members().stream()
            .filter(member -> member.active() && member.settings().weight() > 0)
            .toList();
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
