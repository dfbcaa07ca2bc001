package org.leadflow.assignment.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Cap;
import org.leadflow.assignment.MemberSettings;
import org.leadflow.assignment.PoolSettings;

/**
 * A pool as an organisation file tells of it.
 *
 * @param members those who are set up unlike a new member, by id
 */
record PoolEntry(String teamId, PoolSettings settings, Map<String, MemberSettings> members) {

  static PoolEntry asNew(String teamId) {
    return new PoolEntry(teamId, PoolSettings.DEFAULT, Map.of());
  }

  MemberSettings member(String userId) {
    return members.getOrDefault(userId, MemberSettings.DEFAULT);
  }

  /** What a file has to say: only what is not as for a new pool. */
  Map<String, Object> values() {
    PoolSettings none = PoolSettings.DEFAULT;
    var values = new Unlike();
    values.map.put("id", teamId);
    values.put("strategy", word(settings.strategy()), word(none.strategy()));
    values.put("nobody", word(settings.otherwise().kind()), word(none.otherwise().kind()));
    values.put("nextTeamId", settings.otherwise().teamId(), null);
    values.put("hoursAhead", settings.hoursAhead(), null);
    values.put("catchUp", word(settings.catchUp()), word(none.catchUp()));
    values.put("countsManual", settings.countsManual(), none.countsManual());
    values.put("countsSticky", settings.countsSticky(), none.countsSticky());
    values.put("credit", word(settings.credit()), word(none.credit()));
    values.put("timeZone", settings.timeZone().getId(), none.timeZone().getId());
    values.put("requiredSkills", settings.requiredSkills(), none.requiredSkills());
    values.put("preferredSkills", settings.preferredSkills(), none.preferredSkills());
    values.put("kindPoints", new TreeMap<>(settings.kindPoints()), none.kindPoints());
    values.put("paused", settings.paused(), none.paused());
    var unlike = new TreeMap<String, Object>();
    members.forEach(
        (userId, member) -> {
          if (!member.equals(MemberSettings.DEFAULT)) {
            unlike.put(userId, values(member));
          }
        });
    values.put("members", unlike, Map.of());
    return values.map;
  }

  /** Such as {@code strategy: nothing becomes 'weighted'}; nothing is said of what stays. */
  List<String> changesTo(PoolEntry other) {
    Map<String, Object> before = flat(values());
    Map<String, Object> after = flat(other.values());
    var keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    var changes = new ArrayList<String>();
    for (String key : keys) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        changes.add(
            "%s: %s becomes %s".formatted(key, quoted(before.get(key)), quoted(after.get(key))));
      }
    }
    return changes;
  }

  private static Map<String, Object> values(MemberSettings member) {
    MemberSettings none = MemberSettings.DEFAULT;
    var values = new Unlike();
    values.put("weight", member.weight(), none.weight());
    values.put("capacity", member.capacity(), none.capacity());
    values.put("place", member.place(), none.place());
    values.put("caps", member.caps().stream().map(Cap::words).toList(), List.of());
    values.put("paused", member.paused(), none.paused());
    return values.map;
  }

  private static Map<String, Object> flat(Map<String, Object> values) {
    var flat = new LinkedHashMap<>(values);
    if (flat.remove("members") instanceof Map<?, ?> members) {
      members.forEach((userId, member) -> flat.put("member " + userId, member));
    }
    return flat;
  }

  private static String quoted(@Nullable Object value) {
    return value == null ? "nothing" : "'" + value + "'";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Keeps what is unlike the value of something new. */
  private record Unlike(Map<String, Object> map) {

    Unlike() {
      this(new LinkedHashMap<>());
    }

    void put(String key, @Nullable Object value, @Nullable Object ofNew) {
      if (value != null && !value.equals(ofNew)) {
        map.put(key, value);
      }
    }
  }
}
