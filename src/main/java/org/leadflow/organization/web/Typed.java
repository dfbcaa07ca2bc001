package org.leadflow.organization.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;

/** Reads what a person typed into a form. */
final class Typed {

  private Typed() {}

  /** Without spaces around; null when nothing is left. */
  static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  /** What stands between commas. */
  static List<String> list(@Nullable String typed) {
    return typed == null
        ? List.of()
        : Arrays.stream(typed.split("[,\n]"))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
  }

  /** Null when nothing was typed. */
  static @Nullable LocalDate day(String field, @Nullable String typed) {
    String text = text(typed);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException none) {
      throw Refused.invalid(field, "must be a day such as 2027-07-05, not \"" + text + "\"");
    }
  }

  /** Values by name, from {@code language=de, product=crm}. */
  static Map<String, List<String>> skills(@Nullable String typed) {
    var skills = new TreeMap<String, List<String>>();
    for (String each : list(typed)) {
      String[] parts = each.split("=", 2);
      if (parts.length < 2) {
        throw Refused.invalid(
            "skills", "must be like \"language=de, product=crm\", not \"" + each + "\"");
      }
      skills.computeIfAbsent(parts[0].strip(), name -> new ArrayList<>()).add(parts[1].strip());
    }
    return skills;
  }

  /** The other way round. */
  static String skills(Map<String, List<String>> skills) {
    return skills.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(value -> each.getKey() + "=" + value))
        .collect(Collectors.joining(", "));
  }
}
