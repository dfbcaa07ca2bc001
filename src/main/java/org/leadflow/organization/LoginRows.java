package org.leadflow.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Reads one user with roles and teams: a row for each pair of them. */
class LoginRows implements ResultSetExtractor<Optional<Login>> {

  static final String SELECT =
      """
      select u.id, u.name, u.email, u.business_unit_id, u.partner_id, u.active, u.password_hash,
        r.role, m.team_id
      from app_user u
        left join app_user_role r on r.user_id = u.id
        left join team_member m on m.user_id = u.id
      where u.id = ?
      """;

  @Override
  public Optional<Login> extractData(ResultSet rows) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Set<String> teams = new HashSet<>();
    @Nullable Login login = null;
    while (rows.next()) {
      if (rows.getString("role") != null) {
        roles.add(Role.valueOf(rows.getString("role")));
      }
      if (rows.getString("team_id") != null) {
        teams.add(rows.getString("team_id"));
      }
      login =
          new Login(
              new User(
                  rows.getString("id"),
                  rows.getString("name"),
                  rows.getString("email"),
                  rows.getString("business_unit_id"),
                  rows.getString("partner_id"),
                  roles,
                  rows.getBoolean("active")),
              teams,
              rows.getString("password_hash"));
    }
    return Optional.ofNullable(login);
  }
}
