package org.leadflow.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Owner;
import org.leadflow.organization.Ownership;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * A pool with its settings and members as read for one turn.
 *
 * @param turn number of the last turn that was given
 * @param version of the settings
 */
record Pool(
    String teamId,
    String businessUnitId,
    @Nullable String partnerId,
    long turn,
    long version,
    PoolSettings settings,
    List<Member> members) {

  boolean regardsHours() {
    return settings.hoursAhead() != null;
  }

  boolean regardsSkills() {
    return !settings.requiredSkills().isEmpty()
        || settings.strategy() == Strategy.BEST_FIT && !settings.preferredSkills().isEmpty();
  }

  boolean regardsLoad() {
    return settings.strategy() == Strategy.LEAST_LOADED || hasCapacities();
  }

  boolean hasCapacities() {
    return members.stream().anyMatch(member -> member.settings().capacity() != null);
  }

  boolean hasCaps() {
    return members.stream().anyMatch(member -> !member.settings().caps().isEmpty());
  }

  /**
   * Whether who comes next depends on nothing but the turns themselves, as long as nobody changes
   * the pool.
   */
  boolean reckonsAlone() {
    return (settings.strategy() == Strategy.ROUND_ROBIN
            || settings.strategy() == Strategy.BEST_FIT
            || settings.strategy() == Strategy.FIXED_ORDER)
        && !settings.countsSticky()
        && !hasCapacities()
        && !hasCaps()
        && members.stream()
            .noneMatch(
                member -> member.mayBeAway() || member.answer() != null || member.place() == null);
  }

  /** As it is after a turn. */
  Pool after(long given, List<Member> then) {
    return new Pool(teamId, businessUnitId, partnerId, given, version, settings, then);
  }

  /** As it was before the turn that is counted already. */
  Pool beforeTurn() {
    return new Pool(teamId, businessUnitId, partnerId, turn - 1, version, settings, members);
  }

  Ownership ownership() {
    return new Ownership(Owner.team(teamId), businessUnitId, partnerId);
  }

  /** The pool of the rows. */
  static final ResultSetExtractor<Optional<Pool>> ROWS =
      row -> {
        if (!row.next()) {
          return Optional.empty();
        }
        Pool pool = head(row);
        do {
          if (row.getString("id") != null) {
            pool.members.add(Member.read(row));
          }
        } while (row.next());
        return Optional.of(pool);
      };

  private static Pool head(ResultSet row) throws SQLException {
    return new Pool(
        row.getString("team_id"),
        row.getString("team_unit"),
        row.getString("team_partner"),
        row.getLong("turn"),
        row.getLong("version"),
        settings(row),
        new ArrayList<>());
  }

  static PoolSettings settings(ResultSet row) throws SQLException {
    return new PoolSettings(
        Strategy.valueOf(row.getString("strategy")),
        row.getBoolean("paused"),
        new Otherwise(Otherwise.Kind.valueOf(row.getString("nobody")), row.getString("next_team")),
        row.getObject("hours_ahead", Integer.class),
        PoolSettings.CatchUp.valueOf(row.getString("catch_up")),
        row.getBoolean("counts_manual"),
        row.getBoolean("counts_sticky"),
        PoolSettings.Credit.valueOf(row.getString("credit")),
        ZoneId.of(row.getString("time_zone")),
        Texts.names(row.getString("required_skills")),
        Texts.names(row.getString("preferred_skills")),
        Texts.points(row.getString("kind_points")));
  }
}
