package org.leadflow.assignment.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Cap;
import org.leadflow.assignment.MemberSettings;
import org.leadflow.assignment.Otherwise;
import org.leadflow.assignment.PoolSettings;
import org.leadflow.assignment.PoolSettings.CatchUp;
import org.leadflow.assignment.PoolSettings.Credit;
import org.leadflow.assignment.Strategy;
import org.leadflow.assignment.web.MemberFields.CapFields;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;

/** Makes settings of what was sent, or names every field that is wrong. */
final class PoolCheck {

  private static final int MOST_ENTRIES = 10;
  private static final int MOST_HOURS = 720;
  private static final int MOST_NUMBER = 1_000_000;
  private static final Pattern SKILL = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Pattern KIND = Pattern.compile("[A-D]");

  private final List<FieldFault> faults = new ArrayList<>();

  /**
   * @param isOtherTeam whether an id is that of a team other than the pool's own
   * @throws Refused naming every wrong field
   */
  static PoolSettings settings(PoolFields given, Predicate<String> isOtherTeam) {
    var check = new PoolCheck();
    PoolSettings none = PoolSettings.DEFAULT;
    var settings =
        new PoolSettings(
            check.oneOf("strategy", given.strategy(), none.strategy(), Strategy.values()),
            Boolean.TRUE.equals(given.paused()),
            check.otherwise(given, isOtherTeam),
            check.number("hoursAhead", given.hoursAhead(), MOST_HOURS),
            check.oneOf("catchUp", given.catchUp(), none.catchUp(), CatchUp.values()),
            Boolean.TRUE.equals(given.countsManual()),
            Boolean.TRUE.equals(given.countsSticky()),
            check.oneOf("credit", given.credit(), none.credit(), Credit.values()),
            check.zone(given.timeZone()),
            check.skills("requiredSkills", given.requiredSkills()),
            check.skills("preferredSkills", given.preferredSkills()),
            check.points(given.kindPoints()));
    Refused.ifAny(check.faults);
    return settings;
  }

  /**
   * @throws Refused naming every wrong field
   */
  static MemberSettings member(MemberFields given) {
    var check = new PoolCheck();
    Integer weight = check.number("weight", given.weight(), MOST_NUMBER);
    var settings =
        new MemberSettings(
            weight == null ? MemberSettings.DEFAULT.weight() : weight,
            check.number("capacity", given.capacity(), MOST_NUMBER),
            check.number("place", given.place(), MOST_NUMBER),
            Boolean.TRUE.equals(given.paused()),
            check.caps(given.caps()));
    Refused.ifAny(check.faults);
    return settings;
  }

  private Otherwise otherwise(PoolFields given, Predicate<String> isOtherTeam) {
    Otherwise.Kind kind =
        oneOf("nobody", given.nobody(), Otherwise.Kind.TRIAGE, Otherwise.Kind.values());
    String next = given.nextTeamId();
    if (kind != Otherwise.Kind.NEXT_POOL) {
      if (next != null) {
        fault("nextTeamId", "must be left out unless nobody is NEXT_POOL");
      }
      return new Otherwise(kind, null);
    }
    if (next == null || !isOtherTeam.test(next)) {
      fault("nextTeamId", "must be the id of another team of the same company");
    }
    return new Otherwise(kind, next);
  }

  private ZoneId zone(@Nullable String given) {
    if (given == null) {
      return PoolSettings.DEFAULT.timeZone();
    }
    try {
      return ZoneId.of(given);
    } catch (DateTimeException unknown) {
      fault("timeZone", "must be a time zone such as Europe/Berlin");
      return PoolSettings.DEFAULT.timeZone();
    }
  }

  private List<String> skills(String field, @Nullable List<@Nullable String> given) {
    List<@Nullable String> names = given == null ? List.of() : given;
    if (names.size() > MOST_ENTRIES
        || names.stream().anyMatch(name -> name == null || !SKILL.matcher(name).matches())) {
      fault(field, "must be at most 10 names of skills in lower case, such as language");
      return List.of();
    }
    return names.stream().filter(Objects::nonNull).distinct().toList();
  }

  private Map<String, Integer> points(@Nullable Map<String, @Nullable Integer> given) {
    var points = new HashMap<String, Integer>();
    if (given == null) {
      return points;
    }
    if (given.size() > MOST_ENTRIES) {
      fault("kindPoints", "must have at most 10 entries");
    }
    given.forEach(
        (kind, weighs) -> {
          if (!KIND.matcher(kind).matches() || weighs == null || weighs < 0 || weighs > 1000) {
            fault("kindPoints", "must be grades with whole numbers from 0 to 1000, such as A: 3");
          } else {
            points.put(kind, weighs);
          }
        });
    return points;
  }

  private List<Cap> caps(@Nullable List<@Nullable CapFields> given) {
    var caps = new ArrayList<Cap>();
    List<@Nullable CapFields> all = given == null ? List.of() : given;
    if (all.size() > MOST_ENTRIES) {
      fault("caps", "must have at most 10 entries");
      return caps;
    }
    for (int place = 0; place < all.size(); place++) {
      String field = "caps[" + place + "].";
      CapFields cap = all.get(place);
      if (cap == null || cap.period() == null || cap.most() == null) {
        fault(field + (cap == null || cap.period() == null ? "period" : "most"), "must be given");
        continue;
      }
      if (cap.kind() != null && !KIND.matcher(cap.kind()).matches()) {
        fault(field + "kind", "must be a grade such as A");
      }
      Integer most = number(field + "most", cap.most(), MOST_NUMBER);
      caps.add(
          new Cap(
              oneOf(field + "period", cap.period(), Cap.Period.DAY, Cap.Period.values()),
              cap.kind(),
              most == null ? 0 : most));
    }
    return caps;
  }

  private <T extends Enum<T>> T oneOf(String field, @Nullable String given, T otherwise, T[] all) {
    if (given == null) {
      return otherwise;
    }
    return Arrays.stream(all)
        .filter(each -> each.name().equals(given))
        .findFirst()
        .orElseGet(
            () -> {
              fault(field, "must be one of " + String.join(", ", names(all)));
              return otherwise;
            });
  }

  private @Nullable Integer number(String field, @Nullable Integer given, int most) {
    if (given != null && (given < 0 || given > most)) {
      fault(field, "must be a whole number from 0 to " + most);
      return null;
    }
    return given;
  }

  private static <T extends Enum<T>> List<String> names(T[] all) {
    return Arrays.stream(all).map(Enum::name).toList();
  }

  private void fault(String field, String message) {
    faults.add(new FieldFault(field, message));
  }
}
