package org.leadflow.assignment.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.leadflow.assignment.MemberSettings;
import org.leadflow.assignment.PoolSettingsChanges;
import org.leadflow.assignment.PoolSettingsRecords;
import org.leadflow.organization.FileChange;
import org.leadflow.organization.FileEntry;
import org.leadflow.organization.FileFinding;
import org.leadflow.organization.OrganizationSection;
import org.springframework.stereotype.Component;

/**
 * The list {@code pools} of the organisation file: how pools give their turns. A pool that the file
 * names becomes exactly as it says, with all its members; whose turn it is stays.
 */
@Component
public class PoolsOfFile implements OrganizationSection {

  private final PoolSettingsRecords records;
  private final PoolSettingsChanges changes;

  PoolsOfFile(PoolSettingsRecords records, PoolSettingsChanges changes) {
    this.records = records;
    this.changes = changes;
  }

  @Override
  public String name() {
    return "pools";
  }

  /** Pools that are in all as new ones are left out. */
  @Override
  public List<FileEntry> export() {
    return stored().values().stream()
        .map(PoolEntry::values)
        .filter(values -> values.size() > 1)
        .map(values -> new FileEntry(0, values))
        .toList();
  }

  @Override
  public Plan plan(List<FileEntry> entries, Map<String, Set<String>> members) {
    Map<String, PoolEntry> stored = stored();
    var changed = new ArrayList<FileChange>();
    var findings = new ArrayList<FileFinding>();
    var named = new HashSet<String>();
    for (FileEntry entry : entries) {
      var reader = new PoolEntryReader(entry, members);
      reader
          .read()
          .ifPresent(
              pool -> {
                String id = pool.teamId();
                if (!named.add(id)) {
                  findings.add(
                      new FileFinding(
                          entry.line(),
                          "pool '%s' stands here a second time; remove one.".formatted(id)));
                }
                stored.getOrDefault(id, PoolEntry.asNew(id)).changesTo(pool).stream()
                    .map(change -> new FileChange("pool", id, change))
                    .forEach(changed::add);
              });
      findings.addAll(reader.findings());
    }
    return new Plan(changed, findings);
  }

  @Override
  public void put(List<FileEntry> entries) {
    Map<String, PoolEntry> stored = stored();
    for (FileEntry entry : entries) {
      new PoolEntryReader(entry, members(stored.keySet(), entry))
          .read()
          .ifPresent(pool -> put(stored.get(pool.teamId()), pool));
    }
  }

  private void put(PoolEntry stored, PoolEntry wanted) {
    if (!stored.settings().equals(wanted.settings())) {
      changes.save(wanted.teamId(), wanted.settings(), null);
    }
    var userIds = new TreeSet<>(stored.members().keySet());
    userIds.addAll(wanted.members().keySet());
    for (String userId : userIds) {
      MemberSettings member = wanted.member(userId);
      if (!member.equals(stored.member(userId))) {
        changes.save(wanted.teamId(), userId, member, null);
      }
    }
  }

  private Map<String, PoolEntry> stored() {
    Map<String, Map<String, MemberSettings>> members = records.unlikeNew();
    return records.pools().stream()
        .map(
            pool ->
                new PoolEntry(
                    pool.teamId(), pool.settings(), members.getOrDefault(pool.teamId(), Map.of())))
        .collect(
            Collectors.toMap(PoolEntry::teamId, pool -> pool, (one, other) -> one, TreeMap::new));
  }

  /** The plan has found all members that an entry names in the team. */
  private static Map<String, Set<String>> members(Set<String> teamIds, FileEntry entry) {
    Set<String> named =
        entry.values().get("members") instanceof Map<?, ?> members
            ? members.keySet().stream().map(String.class::cast).collect(Collectors.toSet())
            : Set.of();
    return teamIds.stream().collect(Collectors.toMap(id -> id, id -> named));
  }
}
