package org.leadflow.assignment;

import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.PoolSettings.CatchUp;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes how pools give their turns. No change moves anybody's turn: who waited longest before has
 * waited longest after.
 */
@Component
@Transactional
public class PoolSettingsChanges {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  PoolSettingsChanges(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * @param seen the version the caller has seen, null for any
   * @throws OptimisticLockingFailureException when somebody changed the settings since
   */
  public void save(String teamId, PoolSettings settings, @Nullable Long seen) {
    boolean caughtUp = catchesUp(teamId);
    next(teamId, seen);
    jdbc.sql(
            """
            update pool set strategy = ?, paused = ?, nobody = ?, next_team = ?, hours_ahead = ?, catch_up = ?,
              counts_manual = ?, counts_sticky = ?, credit = ?, time_zone = ?, required_skills = ?,
              preferred_skills = ?, kind_points = ?
            where team_id = ?
            """)
        .params(
            settings.strategy().name(),
            settings.paused(),
            settings.otherwise().kind().name(),
            settings.otherwise().teamId(),
            settings.hoursAhead(),
            settings.catchUp().name(),
            settings.countsManual(),
            settings.countsSticky(),
            settings.credit().name(),
            settings.timeZone().getId(),
            Texts.of(settings.requiredSkills()),
            Texts.of(settings.preferredSkills()),
            Texts.of(settings.kindPoints()),
            teamId)
        .update();
    if (settings.catchUp() == CatchUp.CATCH_UP && !caughtUp) {
      level(teamId);
    }
    events.publishEvent(new PoolChanged(teamId));
  }

  /** The settings of one member of the team. See {@link #save(String, PoolSettings, Long)}. */
  public void save(String teamId, String userId, MemberSettings settings, @Nullable Long seen) {
    next(teamId, seen);
    jdbc.sql(
            """
            insert into pool_member (team_id, user_id, last_turn, turns)
            select m.team_id, m.user_id, 0, 0 from team_member m where m.team_id = ? and m.user_id = ?
              and not exists (select 1 from pool_member pm where pm.team_id = m.team_id and pm.user_id = m.user_id)
            """)
        .params(teamId, userId)
        .update();
    jdbc.sql(
            """
            update pool_member set weight = ?, capacity = ?, place = ?, paused = ?, caps = ?
            where team_id = ? and user_id = ?
            """)
        .params(
            settings.weight(),
            settings.capacity(),
            settings.place(),
            settings.paused(),
            Texts.ofCaps(settings.caps()),
            teamId,
            userId)
        .update();
    if (settings.capacity() != null) {
      jdbc.sql(
              """
              insert into seller (user_id, turns) select u.id, 0 from app_user u
              where u.id = ? and not exists (select 1 from seller s where s.user_id = u.id)
              """)
          .param(userId)
          .update();
    }
    events.publishEvent(new PoolChanged(teamId));
  }

  /** Lets a pool give no turns, or again. */
  public void pause(String teamId, boolean paused, @Nullable Long seen) {
    next(teamId, seen);
    jdbc.sql("update pool set paused = ? where team_id = ?").params(paused, teamId).update();
    events.publishEvent(new PoolChanged(teamId));
  }

  /** Counts the version, which holds up turns until this is done. */
  private void next(String teamId, @Nullable Long seen) {
    int current =
        jdbc.sql(
                "update pool set version = version + 1 where team_id = ? and (version = ? or ? = -1)")
            .params(teamId, seen == null ? -1 : seen, seen == null ? -1 : seen)
            .update();
    if (current == 0) {
      throw new OptimisticLockingFailureException("pool " + teamId + " changed since it was read");
    }
  }

  private boolean catchesUp(String teamId) {
    return jdbc.sql("select catch_up from pool where team_id = ?")
        .param(teamId)
        .query(String.class)
        .optional()
        .filter(CatchUp.CATCH_UP.name()::equals)
        .isPresent();
  }

  /** What was missed before catching up was chosen is not caught up. */
  private void level(String teamId) {
    jdbc.sql(
            """
            update pool_member set credited = 0, turns = (
              select max(o.turns) from pool_member o where o.team_id = pool_member.team_id)
            where team_id = ?
            """)
        .param(teamId)
        .update();
  }
}
