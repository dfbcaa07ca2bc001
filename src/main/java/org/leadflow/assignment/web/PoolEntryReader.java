package org.leadflow.assignment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leadflow.assignment.Cap;
import org.leadflow.assignment.MemberSettings;
import org.leadflow.assignment.PoolSettings;
import org.leadflow.assignment.web.MemberFields.CapFields;
import org.leadflow.core.Refused;
import org.leadflow.organization.FileEntry;
import org.leadflow.organization.FileFinding;

/** Reads one pool of an organisation file; everything that is wrong becomes a finding. */
final class PoolEntryReader {

  private static final List<String> POOL =
      List.of(
          "id",
          "strategy",
          "nobody",
          "nextTeamId",
          "hoursAhead",
          "catchUp",
          "countsManual",
          "countsSticky",
          "credit",
          "timeZone",
          "requiredSkills",
          "preferredSkills",
          "kindPoints",
          "paused",
          "members");
  private static final List<String> MEMBER =
      List.of("weight", "capacity", "place", "caps", "paused");
  private static final Set<String> WORDS = Set.of("strategy", "nobody", "catchUp", "credit");

  private final FileEntry entry;
  private final Map<String, Set<String>> teams;
  private final List<FileFinding> findings = new ArrayList<>();

  /**
   * @param teams the teams there will be, each with the ids of its members
   */
  PoolEntryReader(FileEntry entry, Map<String, Set<String>> teams) {
    this.entry = entry;
    this.teams = teams;
  }

  List<FileFinding> findings() {
    return findings;
  }

  /** Empty when it is not of a team. What is wrong reads as it is for a new pool. */
  Optional<PoolEntry> read() {
    String id = entry.values().get("id") instanceof String text ? text : "";
    if (!teams.containsKey(id)) {
      findings.add(
          new FileFinding(
              entry.line(),
              "pool '%s': there is no team of this id; add it, or name another.".formatted(id)));
      return Optional.empty();
    }
    var values = values("pool '" + id + "'", entry.values(), POOL);
    PoolSettings settings =
        checked(
            values,
            () ->
                PoolCheck.settings(
                    fields(values), other -> !other.equals(id) && teams.containsKey(other)),
            PoolSettings.DEFAULT);
    return Optional.of(new PoolEntry(id, settings, members(id, values)));
  }

  private static PoolFields fields(PlainFields values) {
    return new PoolFields(
        constant(values, "strategy"),
        values.flag("paused"),
        constant(values, "nobody"),
        values.text("nextTeamId"),
        values.whole("hoursAhead"),
        constant(values, "catchUp"),
        values.flag("countsManual"),
        values.flag("countsSticky"),
        constant(values, "credit"),
        values.text("timeZone"),
        values.texts("requiredSkills"),
        values.texts("preferredSkills"),
        points(values));
  }

  private static Map<String, @Nullable Integer> points(PlainFields values) {
    PlainFields points = values.map("kindPoints");
    var read = new TreeMap<String, @Nullable Integer>();
    points
        .keys()
        .forEach(
            kind -> {
              Integer weighs = points.whole(kind);
              if (weighs != null) {
                read.put(kind, weighs);
              }
            });
    return read;
  }

  private Map<String, MemberSettings> members(String id, PlainFields pool) {
    var read = new TreeMap<String, MemberSettings>();
    PlainFields members = pool.map("members");
    for (String userId : members.keys()) {
      if (!teams.getOrDefault(id, Set.of()).contains(userId)) {
        pool.complain("members", "'%s' is not in the team".formatted(userId));
        continue;
      }
      var values =
          values(
              "pool '%s', member '%s'".formatted(id, userId), members.map(userId).values(), MEMBER);
      MemberSettings settings =
          checked(values, () -> PoolCheck.member(member(values)), MemberSettings.DEFAULT);
      if (!settings.equals(MemberSettings.DEFAULT)) {
        read.put(userId, settings);
      }
    }
    return read;
  }

  private static MemberFields member(PlainFields values) {
    var caps = new ArrayList<@Nullable CapFields>();
    for (String words : values.texts("caps")) {
      Cap.read(words)
          .ifPresentOrElse(
              cap -> caps.add(new CapFields(cap.period().name(), cap.kind(), cap.most())),
              () ->
                  values.complain(
                      "caps",
                      "write such as \"3 a day\" or \"1 of grade A a week\", not \"%s\""
                          .formatted(words)));
    }
    return new MemberFields(
        values.whole("weight"),
        values.whole("capacity"),
        values.whole("place"),
        values.flag("paused"),
        caps);
  }

  /** The same check as at the door, told in the words of a file. */
  private static <T> T checked(PlainFields values, Supplier<T> check, T otherwise) {
    try {
      return check.get();
    } catch (Refused refused) {
      refused
          .faults()
          .forEach(
              fault -> {
                boolean isWord = WORDS.contains(fault.field());
                values.complain(fault.field(), isWord ? inWords(fault.message()) : fault.message());
              });
      return otherwise;
    }
  }

  private static String inWords(String message) {
    return message.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable String constant(PlainFields values, String key) {
    String word = values.text(key);
    return word == null ? null : word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private PlainFields values(String of, Map<String, Object> values, List<String> keys) {
    var fields =
        new PlainFields(
            values,
            (key, message) ->
                findings.add(
                    new FileFinding(
                        entry.line(), "%s is wrong in %s: %s.".formatted(of, key, message))));
    values.keySet().stream()
        .filter(key -> !keys.contains(key))
        .forEach(
            key ->
                findings.add(
                    new FileFinding(
                        entry.line(),
                        "%s has no '%s'; it may have %s."
                            .formatted(of, key, String.join(", ", keys)))));
    return fields;
  }
}
