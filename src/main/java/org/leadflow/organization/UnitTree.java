package org.leadflow.organization;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The units by the unit above them. */
record UnitTree(Set<String> ids, Map<String, List<String>> children) {

  static UnitTree of(List<BusinessUnit> units) {
    return new UnitTree(
        units.stream().map(BusinessUnit::id).collect(Collectors.toSet()),
        units.stream()
            .filter(unit -> unit.parentId() != null)
            .collect(
                Collectors.groupingBy(
                    BusinessUnit::parentId,
                    Collectors.mapping(BusinessUnit::id, Collectors.toList()))));
  }

  /** Ends on a cycle too. */
  Set<String> below(String unitId) {
    if (!ids.contains(unitId)) {
      return Set.of();
    }
    var found = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(List.of(unitId));
    while (!open.isEmpty()) {
      String next = open.poll();
      if (found.add(next)) {
        open.addAll(children.getOrDefault(next, List.of()));
      }
    }
    return found;
  }

  /** The units, each after the one above it. */
  List<BusinessUnit> rootFirst(List<BusinessUnit> units) {
    Map<String, BusinessUnit> byId =
        units.stream().collect(Collectors.toMap(BusinessUnit::id, unit -> unit));
    return units.stream()
        .filter(unit -> unit.parentId() == null)
        .flatMap(root -> below(root.id()).stream())
        .map(byId::get)
        .toList();
  }
}
