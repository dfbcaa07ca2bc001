package org.leadflow.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers how pools are set up. */
@Component
public class PoolSettingsRecords {

  private static final String POOLS =
      """
      select p.*, t.name, t.business_unit_id, t.partner_id,
        (select count(*) from team_member m where m.team_id = p.team_id) as members
      from pool p join team t on t.id = p.team_id
      """;

  private final JdbcClient jdbc;

  PoolSettingsRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All pools in the order of their teams' ids, in one statement. */
  public List<PoolRecord> pools() {
    return jdbc.sql(POOLS + "order by p.team_id").query(PoolSettingsRecords::pool).list();
  }

  public Optional<PoolRecord> pool(String teamId) {
    return jdbc.sql(POOLS + "where p.team_id = ?")
        .param(teamId)
        .query(PoolSettingsRecords::pool)
        .optional();
  }

  /** The ids of the teams at which a user is named as manager. */
  public Set<String> namedManagerOf(String userId) {
    return jdbc.sql("select team_id from team_manager where user_id = ?")
        .param(userId)
        .query(String.class)
        .set();
  }

  /** The members of a pool, active or not, in the order of their ids. */
  public List<MemberRecord> members(String teamId) {
    return jdbc.sql(
            """
            select u.id, u.name, u.active, pm.* from team_member m join app_user u on u.id = m.user_id
              left join pool_member pm on pm.team_id = m.team_id and pm.user_id = m.user_id
            where m.team_id = ? order by u.id
            """)
        .param(teamId)
        .query(PoolSettingsRecords::member)
        .list();
  }

  /**
   * Of members who are set up unlike a new one: their settings by pool and id, in one statement.
   */
  public Map<String, Map<String, MemberSettings>> unlikeNew() {
    var found = new TreeMap<String, Map<String, MemberSettings>>();
    jdbc.sql(
            """
            select pm.* from pool_member pm
              join team_member m on m.team_id = pm.team_id and m.user_id = pm.user_id
            where pm.weight <> 1 or pm.capacity is not null or pm.place is not null or pm.paused or pm.caps <> ''
            """)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString("team_id"), team -> new TreeMap<>())
                  .put(row.getString("user_id"), settings(row));
            });
    return found;
  }

  private static PoolRecord pool(ResultSet row, int number) throws SQLException {
    return new PoolRecord(
        row.getString("team_id"),
        row.getString("name"),
        row.getString("business_unit_id"),
        row.getString("partner_id"),
        row.getLong("version"),
        row.getLong("turn"),
        row.getInt("members"),
        Pool.settings(row));
  }

  private static MemberRecord member(ResultSet row, int number) throws SQLException {
    OffsetDateTime joined = row.getObject("joined_on", OffsetDateTime.class);
    boolean placed = row.getObject("last_turn", Long.class) != null;
    return new MemberRecord(
        row.getString("id"),
        row.getString("name"),
        row.getBoolean("active"),
        row.getLong("turns"),
        row.getLong("last_turn"),
        joined == null ? null : joined.toInstant(),
        placed ? settings(row) : MemberSettings.DEFAULT);
  }

  private static MemberSettings settings(ResultSet row) throws SQLException {
    return new MemberSettings(
        row.getInt("weight"),
        row.getObject("capacity", Integer.class),
        row.getObject("place", Integer.class),
        row.getBoolean("paused"),
        Texts.caps(row.getString("caps")));
  }

  /**
   * A pool as it is set up.
   *
   * @param version of the settings of the pool and its members
   * @param turn number of the last turn
   */
  public record PoolRecord(
      String teamId,
      String name,
      String businessUnitId,
      @Nullable String partnerId,
      long version,
      long turn,
      int members,
      PoolSettings settings) {}

  /**
   * A member as he is set up.
   *
   * @param joinedOn null for those who were there before it was written down
   */
  public record MemberRecord(
      String userId,
      String name,
      boolean active,
      long turns,
      long lastTurn,
      @Nullable Instant joinedOn,
      MemberSettings settings) {}
}
