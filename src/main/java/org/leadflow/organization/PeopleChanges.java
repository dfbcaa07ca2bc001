package org.leadflow.organization;

import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what people know and which teams they look after. */
@Component
@Transactional
public class PeopleChanges {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  PeopleChanges(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Gives a user exactly these skills; publishes {@link UserSaved}. */
  public void setSkills(String userId, Set<Skill> skills) {
    jdbc.sql("DELETE FROM user_skill WHERE user_id = ?").param(userId).update();
    for (Skill skill : skills) {
      jdbc.sql("INSERT INTO user_skill (user_id, name, skill_value) VALUES (?, ?, ?)")
          .params(userId, skill.name(), skill.value())
          .update();
    }
    events.publishEvent(new UserSaved(userId));
  }

  /** Names a user as a manager of a team; nothing happens when he is one. */
  public void name(String userId, String teamId) {
    int named =
        jdbc.sql(
                """
                INSERT INTO team_manager (team_id, user_id) SELECT t.id, u.id FROM team t, app_user u
                WHERE t.id = ? AND u.id = ? AND NOT EXISTS (
                  SELECT 1 FROM team_manager m WHERE m.team_id = t.id AND m.user_id = u.id)
                """)
            .params(teamId, userId)
            .update();
    if (named > 0) {
      events.publishEvent(new TeamSaved(teamId));
    }
  }

  /** Takes a user's name from a team; nothing happens when it is not there. */
  public void unname(String userId, String teamId) {
    int gone =
        jdbc.sql("DELETE FROM team_manager WHERE team_id = ? AND user_id = ?")
            .params(teamId, userId)
            .update();
    if (gone > 0) {
      events.publishEvent(new TeamSaved(teamId));
    }
  }
}
