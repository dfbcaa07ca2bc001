package org.leadflow.organization;

import java.util.Set;
import java.util.regex.Pattern;

/** The form of the ids people give to units, partners, teams and users. */
final class ReadableId {

  static final String FORM = "1 to 64 of the characters A-Z a-z 0-9 . _ -";

  private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Groups of the workflow engine; as a team it would make its members operators. */
  private static final Set<String> RESERVED = Set.of("sellers", "camunda-admin");

  private ReadableId() {}

  static boolean isReserved(String teamId) {
    return RESERVED.contains(teamId);
  }

  static boolean fits(String id) {
    return PATTERN.matcher(id).matches();
  }

  static void require(String id) {
    if (!fits(id)) {
      throw new IllegalArgumentException("An id has " + FORM + "; this is none: " + id);
    }
  }
}
