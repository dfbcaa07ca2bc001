package org.leadflow.routing.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who would get the turn of a team in the long run: each of its members as often as the others. Who
 * really would depends on the hour.
 */
final class ExpectedTurns {

  private final Map<String, List<String>> membersByTeam;
  private final Map<String, Integer> given = new HashMap<>();

  ExpectedTurns(Map<String, List<String>> membersByTeam) {
    this.membersByTeam = membersByTeam;
  }

  /** The next member; null of a team without any. */
  @Nullable String next(String teamId) {
    List<String> members = membersByTeam.getOrDefault(teamId, List.of());
    return members.isEmpty()
        ? null
        : members.get((given.merge(teamId, 1, Integer::sum) - 1) % members.size());
  }
}
