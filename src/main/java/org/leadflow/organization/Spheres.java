package org.leadflow.organization;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out whom somebody looks after. */
@Component
public class Spheres {

  private final JdbcClient jdbc;
  private final Organization organization;

  Spheres(JdbcClient jdbc, Organization organization) {
    this.jdbc = jdbc;
    this.organization = organization;
  }

  /** Nobody but himself for a user who is not active or does not exist. */
  public Sphere of(String userId) {
    User user = organization.user(userId).filter(User::active).orElse(null);
    if (user == null) {
      return new Sphere(userId, false, Set.of(), null, Set.of(), Set.of());
    }
    boolean manager = user.roles().contains(Role.MANAGER);
    boolean everybody =
        user.roles().contains(Role.ADMINISTRATOR) || user.roles().contains(Role.OPERATOR);
    return new Sphere(
        userId,
        everybody,
        manager && !everybody && user.partnerId() == null
            ? organization.unitsBelow(user.businessUnitId())
            : Set.of(),
        manager ? user.partnerId() : null,
        ids("SELECT team_id FROM team_manager WHERE user_id = ?", userId),
        ids(
            """
            SELECT m.user_id FROM team_manager t JOIN team_member m ON m.team_id = t.team_id
            WHERE t.user_id = ?
            """,
            userId));
  }

  private Set<String> ids(String select, String userId) {
    return jdbc.sql(select).param(userId).query(String.class).set();
  }
}
