package org.leadflow.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.leadflow.assignment.FairnessReport.Because;
import org.leadflow.assignment.FairnessReport.Share;

/** Adds up decisions, one after the other. */
final class FairnessCount {

  /** What set another before somebody whom no gate stopped, apart from the turn itself. */
  private static final Set<String> NOT_BY_TURN =
      Set.of("least-loaded", "best-fit", "place", "credit");

  private final Map<String, Counted> members = new TreeMap<>();
  private long turns;

  void add(String owner, JsonNode explanation) {
    turns++;
    of(owner).turns++;
    JsonNode pool = explanation.path("pool");
    long all = 0;
    for (JsonNode unnamed : pool.path("unnamed")) {
      all += unnamed.asLong();
    }
    for (JsonNode candidate : explanation.path("candidates")) {
      all += weight(candidate);
    }
    var seen = new HashSet<String>();
    for (JsonNode candidate : explanation.path("candidates")) {
      String user = candidate.path("userId").asText();
      seen.add(user);
      Counted member = of(user);
      member.name = candidate.path("name").asText();
      member.considered++;
      member.target += all == 0 ? 0 : (double) weight(candidate) / all;
      if (!candidate.path("eligible").asBoolean()) {
        because(user, candidate.path("gate").asText(), 1);
      } else if (!user.equals(owner) && NOT_BY_TURN.contains(pool.path("tieBreak").asText())) {
        because(user, pool.path("tieBreak").asText(), 1);
      }
    }
    if (pool.hasNonNull("forUserId")) {
      because(owner, "stood-in", 1);
      because(pool.path("forUserId").asText(), Gate.SUBSTITUTED.code(), 1);
    }
    // The weights of who is not named in a big pool are not known, but that he took part is.
    if (!pool.path("unnamed").isEmpty()) {
      members.keySet().stream()
          .filter(user -> !seen.contains(user))
          .forEach(user -> of(user).considered++);
    }
  }

  void because(String user, String code, long times) {
    of(user).reasons.merge(code, times, Long::sum);
  }

  FairnessReport report(String teamId, Instant from, Instant until, int most) {
    var shares = new ArrayList<Share>();
    members.forEach(
        (user, counted) -> {
          if (counted.considered < turns) {
            because(user, "no-member-yet", turns - counted.considered);
          }
          shares.add(counted.share(user));
        });
    return new FairnessReport(teamId, from, until, turns, turns < most, List.copyOf(shares));
  }

  List<TurnShares.Share> shares(String teamId, Instant hour) {
    return members.entrySet().stream()
        .map(
            each ->
                new TurnShares.Share(
                    teamId, hour, each.getKey(), each.getValue().turns, each.getValue().target))
        .filter(share -> share.turns() > 0 || share.target() > 0)
        .toList();
  }

  private Counted of(String user) {
    return members.computeIfAbsent(user, id -> new Counted());
  }

  private static long weight(JsonNode candidate) {
    return candidate.path("numbers").path("weight").asLong(1);
  }

  private static final class Counted {

    private String name = "";
    private long turns;
    private long considered;
    private double target;
    private final Map<String, Long> reasons = new HashMap<>();

    Share share(String user) {
      double rounded = Math.round(target * 1000) / 1000.0;
      return new Share(
          user,
          name,
          turns,
          rounded,
          Math.round((turns - target) * 1000) / 1000.0,
          new TreeMap<>(reasons)
              .entrySet().stream()
                  .map(each -> Because.of(each.getKey(), each.getValue()))
                  .toList());
    }
  }
}
