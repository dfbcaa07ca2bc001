package org.leadflow.rules.analysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How rules and leads are called in sentences for authors. */
final class Names {

  private static final int FEW = 5;

  private Names() {}

  /** As {@code CO-030 "Europe belongs to EMEA"}. */
  static String of(Reading reading) {
    return reading.rule().id() + " \"" + reading.rule().sentence() + "\"";
  }

  /** As {@code CO-010 (priority 10) and CO-011 (priority 20)}. */
  static String withPriorities(List<Reading> readings) {
    return list(
        readings.stream()
            .map(each -> each.rule().id() + " (priority " + each.priority() + ")")
            .toList());
  }

  static String list(List<String> words) {
    if (words.size() > FEW + 1) {
      return String.join(", ", words.subList(0, FEW)) + " and " + (words.size() - FEW) + " more";
    }
    return Texts.list(words, "and");
  }

  /** As it is written in a case: {@code { country: DE, employees: 250 }}. */
  static String lead(Map<String, String> lead) {
    return lead.isEmpty()
        ? "{}"
        : lead.entrySet().stream()
            .map(each -> each.getKey() + ": " + quoted(each.getValue()))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String quoted(String value) {
    return value.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]*")
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
