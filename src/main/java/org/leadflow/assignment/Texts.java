package org.leadflow.assignment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Short lists as they stand in one column, see the migration of the pool's settings. */
final class Texts {

  private Texts() {}

  static List<String> names(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(","));
  }

  static String of(List<String> names) {
    return String.join(",", names);
  }

  static Map<String, Integer> points(String column) {
    return names(column).stream()
        .map(each -> each.split("="))
        .collect(
            Collectors.toMap(
                each -> each[0],
                each -> Integer.valueOf(each[1]),
                (one, other) -> one,
                TreeMap::new));
  }

  static String of(Map<String, Integer> points) {
    return new TreeMap<>(points)
        .entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(","));
  }

  static List<Cap> caps(String column) {
    return names(column).stream().map(Texts::cap).toList();
  }

  static String ofCaps(List<Cap> caps) {
    return caps.stream()
        .map(cap -> cap.period() + (cap.kind() == null ? "" : ":" + cap.kind()) + "=" + cap.most())
        .collect(Collectors.joining(","));
  }

  private static Cap cap(String text) {
    String[] parts = text.split("[:=]");
    return new Cap(
        Cap.Period.valueOf(parts[0]),
        parts.length == 3 ? parts[1] : null,
        Integer.parseInt(Arrays.asList(parts).get(parts.length - 1)));
  }
}
