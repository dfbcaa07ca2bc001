package org.leadflow.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Reads users with their roles in one statement: one row per user and role. */
class UserRows implements ResultSetExtractor<List<User>> {

  static final String SELECT =
      """
      select u.id, u.name, u.email, u.business_unit_id, u.partner_id, u.active, r.role
      from app_user u left join app_user_role r on r.user_id = u.id
      """;

  @Override
  public List<User> extractData(ResultSet rows) throws SQLException {
    var users = new LinkedHashMap<String, User>();
    while (rows.next()) {
      var roles = EnumSet.noneOf(Role.class);
      String id = rows.getString("id");
      if (users.containsKey(id)) {
        roles.addAll(users.get(id).roles());
      }
      String role = rows.getString("role");
      if (role != null) {
        roles.add(Role.valueOf(role));
      }
      users.put(
          id,
          new User(
              id,
              rows.getString("name"),
              rows.getString("email"),
              rows.getString("business_unit_id"),
              rows.getString("partner_id"),
              roles,
              rows.getBoolean("active")));
    }
    return new ArrayList<>(users.values());
  }
}
