package org.leadflow.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers who there is. Every method reads the database once; lists are in the order of the ids.
 *
 * <p>An id that nobody has gives an empty answer, whatever its characters.
 */
@Component
public class Organization {

  /** The team that owns what nobody took yet; every database has it. */
  public static final String INTAKE_TEAM = "triage";

  private static final String UNIT = "select id, name, parent_id from business_unit";
  private static final String PARTNER = "select id, name, business_unit_id from channel_partner";
  private static final String TEAM = "select id, name, business_unit_id, partner_id from team";

  private final JdbcClient jdbc;

  Organization(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<BusinessUnit> unit(String id) {
    return one(UNIT, id, Organization::unit);
  }

  public Optional<ChannelPartner> partner(String id) {
    return one(PARTNER, id, Organization::partner);
  }

  public Optional<Team> team(String id) {
    return one(TEAM, id, Organization::team);
  }

  /** The user, active or not. */
  public Optional<User> user(String id) {
    if (!ReadableId.fits(id)) {
      return Optional.empty();
    }
    return jdbc.sql(UserRows.SELECT + "where u.id = ?").param(id).query(new UserRows()).stream()
        .findFirst();
  }

  public List<BusinessUnit> units() {
    return jdbc.sql(UNIT + " order by id").query(Organization::unit).list();
  }

  public List<ChannelPartner> partners() {
    return jdbc.sql(PARTNER + " order by id").query(Organization::partner).list();
  }

  public List<Team> teams() {
    return jdbc.sql(TEAM + " order by id").query(Organization::team).list();
  }

  /** All users, active or not. */
  public List<User> users() {
    return jdbc.sql(UserRows.SELECT + "order by u.id").query(new UserRows());
  }

  /** The active members of a team. */
  public List<User> members(String teamId) {
    if (!ReadableId.fits(teamId)) {
      return List.of();
    }
    return jdbc.sql(
            UserRows.SELECT
                + "join team_member m on m.user_id = u.id where m.team_id = ? and u.active order by u.id")
        .param(teamId)
        .query(new UserRows());
  }

  /** The ids of the active members by the id of their team; teams without any are left out. */
  public Map<String, List<String>> memberIdsByTeam() {
    var members = new LinkedHashMap<String, List<String>>();
    jdbc.sql(
            """
            select m.team_id, m.user_id from team_member m join app_user u on u.id = m.user_id
            where u.active order by m.team_id, m.user_id
            """)
        .query(
            (RowCallbackHandler)
                row ->
                    members
                        .computeIfAbsent(row.getString("team_id"), team -> new ArrayList<>())
                        .add(row.getString("user_id")));
    return members;
  }

  /** The ids of the teams a user is a member of. */
  public Set<String> teamIdsOf(String userId) {
    if (!ReadableId.fits(userId)) {
      return Set.of();
    }
    return jdbc.sql("select team_id from team_member where user_id = ?")
        .param(userId)
        .query(String.class)
        .set();
  }

  /** The ids of a unit and of all units below it; empty for a unit that does not exist. */
  public Set<String> unitsBelow(String unitId) {
    return UnitTree.of(units()).below(unitId);
  }

  /**
   * The user with his roles, teams and password in one read; empty for a user who does not exist.
   */
  public Optional<Login> login(String userId) {
    return ReadableId.fits(userId)
        ? jdbc.sql(LoginRows.SELECT).param(userId).query(new LoginRows())
        : Optional.empty();
  }

  /** The owner with where he belongs; empty for an inactive user and for one who does not exist. */
  public Optional<Ownership> ownership(Owner owner) {
    return owner.kind() == Owner.Kind.USER
        ? user(owner.id()).filter(User::active).map(Ownership::of)
        : team(owner.id()).map(Ownership::of);
  }

  /** The team that owns a lead as long as nobody took it. */
  public Team intakeTeam() {
    return team(INTAKE_TEAM).orElseThrow();
  }

  /** Whether nobody but administrators is there, so that an organisation may still be imported. */
  public boolean isEmpty() {
    return jdbc.sql(
                """
                select count(*) from app_user u where not exists (
                  select 1 from app_user_role r where r.user_id = u.id and r.role = 'ADMINISTRATOR')
                """)
            .query(Long.class)
            .single()
        == 0;
  }

  // Rows are read by hand: by name the driver throws, and H2 logs, an exception for each second
  // word.
  private static BusinessUnit unit(ResultSet row, int number) throws SQLException {
    return new BusinessUnit(row.getString("id"), row.getString("name"), row.getString("parent_id"));
  }

  private static ChannelPartner partner(ResultSet row, int number) throws SQLException {
    return new ChannelPartner(
        row.getString("id"), row.getString("name"), row.getString("business_unit_id"));
  }

  private static Team team(ResultSet row, int number) throws SQLException {
    return new Team(
        row.getString("id"),
        row.getString("name"),
        row.getString("business_unit_id"),
        row.getString("partner_id"));
  }

  private <T> Optional<T> one(String select, String id, RowMapper<T> reader) {
    return ReadableId.fits(id)
        ? jdbc.sql(select + " where id = ?").param(id).query(reader).optional()
        : Optional.empty();
  }
}
