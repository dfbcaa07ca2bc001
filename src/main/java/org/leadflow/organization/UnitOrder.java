package org.leadflow.organization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out whether the units of a file form one tree. */
record UnitOrder(Entry file, Map<String, Entry> units) {

  /** All units, each after the one above it; what is wrong with the tree becomes a finding. */
  List<BusinessUnit> rootFirst(Function<Entry, BusinessUnit> read) {
    List<String> roots = units.keySet().stream().filter(id -> parent(id) == null).toList();
    if (units.isEmpty()) {
      file.complain("has no units; add at least one.");
    }
    roots.stream()
        .skip(1)
        .forEach(
            id ->
                units
                    .get(id)
                    .complain(
                        "has no parent, as '%s' has none; one tree has one root, so add it."
                            .formatted(roots.get(0))));
    var ordered = new LinkedHashSet<String>();
    units.keySet().forEach(id -> addWithParents(id, ordered));
    return ordered.stream().map(id -> read.apply(units.get(id))).toList();
  }

  private void addWithParents(String id, Set<String> ordered) {
    var path = new ArrayList<String>();
    String next = id;
    while (next != null && units.containsKey(next) && !ordered.contains(next)) {
      path.add(next);
      next = parent(next);
      if (path.contains(next)) {
        units
            .get(next)
            .complain(
                "is below itself (%s below %s); correct one parent among them."
                    .formatted(String.join(" below ", path), next));
        break;
      }
    }
    Collections.reverse(path);
    ordered.addAll(path);
  }

  /** Null for a root. */
  private @Nullable String parent(String id) {
    String parent = units.get(id).optional("parent", 64);
    if (parent != null && !units.containsKey(parent)) {
      units.get(id).complain(OrganizationFileReader.unknown("unit", parent, units.keySet()));
    }
    return parent;
  }
}
