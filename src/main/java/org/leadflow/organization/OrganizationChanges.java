package org.leadflow.organization;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes who there is. Each method is one transaction, or a part of the caller's, and publishes
 * {@link UserSaved}, {@link UserDeactivated}, {@link TeamSaved} or {@link MembershipChanged} in it.
 *
 * <p>Saving creates what is not there and changes what is. Nothing is ever deleted: records keep
 * pointing at their owners, so people and teams are switched off instead.
 */
@Component
@Transactional
public class OrganizationChanges {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  OrganizationChanges(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * @throws IllegalArgumentException for an id that is none
   */
  public void save(BusinessUnit unit) {
    ReadableId.require(unit.id());
    int changed =
        jdbc.sql(
                "update business_unit set name = ?, parent_id = ?, version = version + 1 where id = ?")
            .params(unit.name(), unit.parentId(), unit.id())
            .update();
    if (changed == 0) {
      jdbc.sql("insert into business_unit (name, parent_id, id) values (?, ?, ?)")
          .params(unit.name(), unit.parentId(), unit.id())
          .update();
    }
  }

  /**
   * Moving a partner to another unit takes its teams and users along.
   *
   * @throws IllegalArgumentException for an id that is none
   */
  public void save(ChannelPartner partner) {
    ReadableId.require(partner.id());
    int changed =
        jdbc.sql(
                "update channel_partner set name = ?, business_unit_id = ?, version = version + 1 where id = ?")
            .params(partner.name(), partner.businessUnitId(), partner.id())
            .update();
    if (changed == 0) {
      jdbc.sql("insert into channel_partner (name, business_unit_id, id) values (?, ?, ?)")
          .params(partner.name(), partner.businessUnitId(), partner.id())
          .update();
    }
  }

  /**
   * @throws IllegalArgumentException for an id that is none
   */
  public void save(Team team) {
    ReadableId.require(team.id());
    int changed =
        jdbc.sql(
                "update team set name = ?, business_unit_id = ?, partner_id = ?, version = version + 1 where id = ?")
            .params(team.name(), team.businessUnitId(), team.partnerId(), team.id())
            .update();
    if (changed == 0) {
      jdbc.sql("insert into team (name, business_unit_id, partner_id, id) values (?, ?, ?, ?)")
          .params(team.name(), team.businessUnitId(), team.partnerId(), team.id())
          .update();
    }
    events.publishEvent(new TeamSaved(team.id()));
  }

  /**
   * Saves the user with exactly these roles; a new user has no password and so cannot log in yet.
   *
   * @throws IllegalArgumentException for an id that is none
   */
  public void save(User user) {
    ReadableId.require(user.id());
    boolean wasActive = isActive(user.id());
    int changed =
        jdbc.sql(
                """
                update app_user set name = ?, email = ?, business_unit_id = ?, partner_id = ?, active = ?,
                  version = version + 1
                where id = ?
                """)
            .params(
                user.name(),
                user.email(),
                user.businessUnitId(),
                user.partnerId(),
                user.active(),
                user.id())
            .update();
    if (changed == 0) {
      jdbc.sql(
              """
              insert into app_user (name, email, business_unit_id, partner_id, active, id)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(
              user.name(),
              user.email(),
              user.businessUnitId(),
              user.partnerId(),
              user.active(),
              user.id())
          .update();
    }
    saveRoles(user);
    events.publishEvent(new UserSaved(user.id()));
    if (wasActive && !user.active()) {
      events.publishEvent(new UserDeactivated(user.id()));
    }
  }

  /** An inactive user cannot log in and gets no turn, and stays a member of his teams. */
  public void activate(String userId) {
    setActive(userId, true);
  }

  /** See {@link #activate}. */
  public void deactivate(String userId) {
    setActive(userId, false);
  }

  /** Makes a user a member; nothing happens when he is one. */
  public void join(String userId, String teamId) {
    int joined =
        jdbc.sql(
                """
                insert into team_member (team_id, user_id) select t.id, u.id from team t, app_user u
                where t.id = ? and u.id = ? and not exists (
                  select 1 from team_member m where m.team_id = t.id and m.user_id = u.id)
                """)
            .params(teamId, userId)
            .update();
    if (joined > 0) {
      events.publishEvent(new MembershipChanged(userId));
    }
  }

  /** Ends a membership and with it the member's place in the team's turns. */
  public void leave(String userId, String teamId) {
    int left =
        jdbc.sql("delete from team_member where team_id = ? and user_id = ?")
            .params(teamId, userId)
            .update();
    if (left > 0) {
      events.publishEvent(new MembershipChanged(userId));
    }
  }

  /**
   * Sets what the user logs in with.
   *
   * @param password in plain text, at most 72 bytes; only its hash is kept
   * @throws IllegalArgumentException for a password that is empty or too long
   */
  public void setPassword(String userId, String password) {
    setPassword(List.of(userId), password);
  }

  /** One hash for all of them, because making one takes a while: for demonstrations only. */
  void setPassword(List<String> userIds, String password) {
    String hash = Passwords.hash(password);
    jdbc.sql("update app_user set password_hash = :hash where id in (:ids)")
        .param("hash", hash)
        .param("ids", userIds)
        .update();
  }

  private void setActive(String userId, boolean active) {
    int changed =
        jdbc.sql(
                "update app_user set active = ?, version = version + 1 where id = ? and active <> ?")
            .params(active, userId, active)
            .update();
    if (changed > 0) {
      events.publishEvent(new UserSaved(userId));
      if (!active) {
        events.publishEvent(new UserDeactivated(userId));
      }
    }
  }

  private boolean isActive(String userId) {
    return jdbc.sql("select active from app_user where id = ?")
        .param(userId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private void saveRoles(User user) {
    jdbc.sql("delete from app_user_role where user_id = ?").param(user.id()).update();
    for (Role role : user.roles()) {
      jdbc.sql("insert into app_user_role (user_id, role) values (?, ?)")
          .params(user.id(), role.name())
          .update();
    }
  }
}
