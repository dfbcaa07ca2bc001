package org.leadflow.assignment;

import org.leadflow.organization.MembershipChanged;
import org.leadflow.organization.TeamSaved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives every team a pool and every new member a place in it, in the transaction that made them.
 *
 * <p>A new member waits from the pool's current turn on, as if he had just had it: nobody gets
 * several turns in a row because he is new (no flood), and he has his first one after each of the
 * others had one (no hole). Leaving gives the place up; being switched off keeps it.
 */
@Component
class PoolPlaces {

  private final JdbcClient jdbc;

  PoolPlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void on(TeamSaved saved) {
    jdbc.sql(
            """
            insert into pool (team_id, turn) select t.id, 0 from team t
            where t.id = ? and not exists (select 1 from pool p where p.team_id = t.id)
            """)
        .param(saved.teamId())
        .update();
  }

  /** Reads the turn without the pool's lock; a turn more or less only shifts where he queues. */
  @EventListener
  void on(MembershipChanged changed) {
    jdbc.sql(
            """
            insert into pool_member (team_id, user_id, last_turn, joined_on, turns)
            select m.team_id, m.user_id, p.turn, current_timestamp,
              (select coalesce(max(o.turns - o.credited), 0) from pool_member o where o.team_id = m.team_id)
            from team_member m join pool p on p.team_id = m.team_id
            where m.user_id = ? and not exists (
              select 1 from pool_member pm where pm.team_id = m.team_id and pm.user_id = m.user_id)
            """)
        .param(changed.userId())
        .update();
  }
}
