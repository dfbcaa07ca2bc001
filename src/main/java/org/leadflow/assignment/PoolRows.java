package org.leadflow.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.organization.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of pools and members, and the one statement that decides who comes first. */
@Component
class PoolRows {

  private static final String POOL =
      """
      select p.team_id, t.business_unit_id as team_unit, t.partner_id as team_partner, p.turn, p.version, p.strategy,
        p.paused, p.nobody, p.next_team, p.hours_ahead, p.catch_up, p.counts_manual, p.counts_sticky, p.credit,
        p.time_zone, p.required_skills, p.preferred_skills, p.kind_points,
        u.id, u.name, u.active, u.business_unit_id, u.partner_id, td.answer,
        pm.last_turn, pm.turns, pm.owed, pm.credits, pm.credited, pm.weight, pm.capacity, pm.place as member_place,
        pm.paused as member_paused, pm.caps,
        exists (select 1 from app_user_role r where r.user_id = u.id and r.role in (%s)) as may_read,
        exists (select 1 from absence a where a.user_id = u.id and a.canceled_on is null
          and a.last_day >= ? and a.first_day <= ?) as may_be_away
      from pool p
        join team t on t.id = p.team_id
        left join team_member m on m.team_id = p.team_id
        left join app_user u on u.id = m.user_id
        left join pool_member pm on pm.team_id = m.team_id and pm.user_id = m.user_id
        left join turned_down td on td.lead_id = ? and td.user_id = u.id
      where p.team_id = ?
      """;

  private final JdbcClient jdbc;
  private final String pool;

  PoolRows(JdbcClient jdbc, Permissions permissions) {
    this.jdbc = jdbc;
    this.pool = POOL.formatted(readers(permissions));
  }

  Optional<Pool> read(String teamId, UUID leadId, Instant now) {
    // Whose day it is where, is looked at only for those it may concern.
    LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
    return jdbc.sql(pool)
        .params(day.minusDays(1), day.plusDays(1), leadId, teamId)
        .query(Pool.ROWS);
  }

  /**
   * Counts the next turn, which is also the pool's lock, when the pool is still as it was read.
   *
   * @return false when somebody else had a turn or changed the settings meanwhile
   */
  boolean claim(Pool seen) {
    return claim(seen, 1);
  }

  /** The same for some turns in a row. */
  boolean claim(Pool seen, long turns) {
    return jdbc.sql(
                "update pool set turn = turn + ? where team_id = ? and turn = ? and version = ?")
            .params(turns, seen.teamId(), seen.turn(), seen.version())
            .update()
        > 0;
  }

  /** Counts the next turn, which is also the pool's lock, whatever happened since it was read. */
  void lock(String teamId) {
    jdbc.sql("update pool set turn = turn + 1 where team_id = ?").param(teamId).update();
  }

  /** Locks the pool and counts no turn. */
  void hold(String teamId) {
    jdbc.sql("select team_id from pool where team_id = ? for update")
        .param(teamId)
        .query(String.class)
        .optional();
  }

  /** Locks a seller's row, so that nobody else gives him a turn before this transaction ends. */
  void lockSeller(String userId) {
    jdbc.sql("update seller set turns = turns + 1 where user_id = ?").param(userId).update();
  }

  /** What everybody of these is owed more by this turn; {@code sum} is the sum of their weights. */
  void accrue(String teamId, Collection<String> userIds, long sum) {
    jdbc.sql(
            """
            update pool_member set owed = owed + (weight * :lead) / :sum
            where team_id = :team and user_id in (:users)
            """)
        .param("lead", Shares.LEAD)
        .param("sum", sum)
        .param("team", teamId)
        .param("users", userIds)
        .update();
  }

  /** The reverse of {@link #accrue}. */
  void giveBack(String teamId, Collection<String> userIds, long sum) {
    jdbc.sql(
            """
            update pool_member set owed = owed - (weight * :lead) / :sum
            where team_id = :team and user_id in (:users)
            """)
        .param("lead", Shares.LEAD)
        .param("sum", sum)
        .param("team", teamId)
        .param("users", userIds)
        .update();
  }

  boolean credit(String teamId, String userId, long owed, int credits) {
    return jdbc.sql(
                """
                update pool_member set owed = owed + ?, credits = credits + ?, credited = credited + 1
                where team_id = ? and user_id = ?
                """)
            .params(owed, credits, teamId, userId)
            .update()
        > 0;
  }

  /**
   * Moves a member to the end.
   *
   * @param paid what the turn costs him of what he is owed
   * @param who gets the lead, the member or his substitute
   * @return false when he is no longer active or no member, and nothing was written
   */
  boolean take(String teamId, Member member, long turn, long paid, int credit, String who) {
    String still = " and exists (select 1 from app_user u where u.id = ? and u.active)";
    if (member.place() == null) {
      return jdbc.sql(
                  """
                  insert into pool_member (last_turn, owed, turns, team_id, user_id)
                  select ?, ?, 1, m.team_id, m.user_id from team_member m where m.team_id = ? and m.user_id = ?
                  """
                      + still)
              .params(turn, -paid, teamId, member.id(), who)
              .update()
          > 0;
    }
    return jdbc.sql(
                """
                update pool_member set last_turn = ?, owed = owed - ?, credits = credits - ?, turns = turns + 1
                where team_id = ? and user_id = ?
                """
                    + still)
            .params(turn, paid, credit, teamId, member.id(), who)
            .update()
        > 0;
  }

  /**
   * Writes the turns a member had since he was read, one or more.
   *
   * @return false when he is no longer active, or has no place any more
   */
  boolean take(String teamId, String userId, Member.Place read, Member.Place now) {
    return jdbc.sql(
                """
                update pool_member set last_turn = ?, owed = owed + ?, credits = credits + ?, turns = turns + ?
                where team_id = ? and user_id = ? and exists (select 1 from app_user u where u.id = ? and u.active)
                """)
            .params(
                now.lastTurn(),
                now.owed() - read.owed(),
                now.credits() - read.credits(),
                now.turns() - read.turns(),
                teamId,
                userId,
                userId)
            .update()
        > 0;
  }

  void stoodIn(String teamId, String userId) {
    jdbc.sql("update pool_member set stood_in = stood_in + 1 where team_id = ? and user_id = ?")
        .params(teamId, userId)
        .update();
  }

  /** What people may not read, they cannot work; whose role gives it is the table of access. */
  private static String readers(Permissions permissions) {
    return Arrays.stream(Role.values())
        .filter(role -> reads(permissions, role))
        .map(role -> "'" + role + "'")
        .collect(Collectors.joining(", "));
  }

  private static boolean reads(Permissions permissions, Role role) {
    var anybody = new Caller("", "", null, Set.of(), Set.of(role));
    return permissions.level(anybody, Privilege.READ) != AccessLevel.NONE;
  }

  List<String> poolsOf(String userId) {
    return jdbc.sql("select team_id from team_member where user_id = ? order by team_id")
        .param(userId)
        .query(String.class)
        .list();
  }
}
