package org.leadflow.organization;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Weekdays as people write them: {@code mon} or {@code mon-fri}. */
final class Weekdays {

  static final String FORM = "mon, tue, wed, thu, fri, sat, sun or a span such as mon-fri";

  private Weekdays() {}

  /** Empty for what is no weekday and no span of them. */
  static List<DayOfWeek> of(String written) {
    String[] ends = written.strip().toLowerCase(Locale.ROOT).split(" *- *", -1);
    Optional<DayOfWeek> first = day(ends[0]);
    Optional<DayOfWeek> last = day(ends[ends.length - 1]);
    if (ends.length > 2
        || first.isEmpty()
        || last.isEmpty()
        || first.get().compareTo(last.get()) > 0) {
      return List.of();
    }
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.compareTo(first.get()) >= 0 && day.compareTo(last.get()) <= 0)
        .toList();
  }

  /** A week as it would be written: days in a row with the same hours as one span. */
  static Map<String, List<String>> written(SortedMap<DayOfWeek, List<Hours>> week) {
    Map<String, List<String>> written = new LinkedHashMap<>();
    List<DayOfWeek> days = new ArrayList<>(week.keySet());
    for (int first = 0; first < days.size(); ) {
      int last = first;
      while (last + 1 < days.size()
          && days.get(last + 1) == days.get(last).plus(1)
          && week.get(days.get(last + 1)).equals(week.get(days.get(first)))) {
        last++;
      }
      String name = name(days.get(first));
      written.put(
          first == last ? name : name + "-" + name(days.get(last)),
          week.get(days.get(first)).stream().map(Hours::toString).toList());
      first = last + 1;
    }
    return written;
  }

  private static Optional<DayOfWeek> day(String name) {
    return Arrays.stream(DayOfWeek.values()).filter(day -> name(day).equals(name)).findFirst();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
  }
}
