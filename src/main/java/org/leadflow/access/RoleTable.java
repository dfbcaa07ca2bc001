package org.leadflow.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.leadflow.organization.Role;

/** Which role gives which privilege how far. Several roles: the least restrictive counts. */
final class RoleTable {

  private static final String TABLE =
      """
                     CREATE READ   WRITE  DELETE APPEND APPEND_TO ASSIGN SHARE
      SELLER         BASIC  BASIC  BASIC  NONE   BASIC  BASIC     BASIC  NONE
      MANAGER        DEEP   DEEP   DEEP   DEEP   DEEP   DEEP      DEEP   DEEP
      INTEGRATOR     DEEP   DEEP   NONE   NONE   NONE   NONE      NONE   NONE
      OPERATOR       GLOBAL GLOBAL GLOBAL GLOBAL GLOBAL GLOBAL    GLOBAL GLOBAL
      ADMINISTRATOR  GLOBAL GLOBAL GLOBAL GLOBAL GLOBAL GLOBAL    GLOBAL GLOBAL
      """;

  private static final Map<Role, Map<Privilege, AccessLevel>> LEVELS = read();

  private RoleTable() {}

  static AccessLevel level(Set<Role> roles, Privilege privilege) {
    return roles.stream()
        .map(role -> LEVELS.get(role).get(privilege))
        .max(AccessLevel::compareTo)
        .orElse(AccessLevel.NONE);
  }

  private static Map<Role, Map<Privilege, AccessLevel>> read() {
    String[] lines = TABLE.strip().split("\n");
    String[] privileges = lines[0].split(" +");
    var levels = new EnumMap<Role, Map<Privilege, AccessLevel>>(Role.class);
    for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
      String[] cells = line.split(" +");
      var row = new EnumMap<Privilege, AccessLevel>(Privilege.class);
      for (int column = 0; column < privileges.length; column++) {
        row.put(Privilege.valueOf(privileges[column]), AccessLevel.valueOf(cells[column + 1]));
      }
      levels.put(Role.valueOf(cells[0]), row);
    }
    return levels;
  }
}
