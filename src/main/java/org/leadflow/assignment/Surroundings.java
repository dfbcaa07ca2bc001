package org.leadflow.assignment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leadflow.assignment.Workload.Had;
import org.leadflow.organization.Absence;
import org.leadflow.organization.Skill;
import org.leadflow.organization.WorkingTime;

/** What was looked up of the members, by user id; empty is what this pool does not look at. */
record Surroundings(
    Map<String, Absence> away,
    Map<String, WorkingTime> times,
    Map<String, Set<Skill>> skills,
    Map<String, Map<String, Long>> open,
    Map<String, List<Had>> had) {

  long openLeads(Member member) {
    return open.getOrDefault(member.id(), Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  long load(Member member, Map<String, Integer> kindPoints) {
    return open.getOrDefault(member.id(), Map.of()).entrySet().stream()
        .mapToLong(kind -> kind.getValue() * kindPoints.getOrDefault(kind.getKey(), 1))
        .sum();
  }

  boolean has(Member member, String skill, String value) {
    return skills.getOrDefault(member.id(), Set.of()).stream()
        .anyMatch(each -> each.name().equals(skill) && each.value().equalsIgnoreCase(value));
  }

  long turns(Member member, Cap cap) {
    return had.getOrDefault(member.id(), List.of()).stream()
        .filter(each -> cap.concerns(each.kind()))
        .mapToLong(each -> each.turns().getOrDefault(cap.period(), 0L))
        .sum();
  }
}
