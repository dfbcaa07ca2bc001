package org.leadflow.assignment.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Refused;

/** Reads what a person typed into a form. */
final class Typed {

  private Typed() {}

  /** Without spaces around; null when nothing is left. */
  static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  /** Null when nothing was typed. */
  static @Nullable Integer number(String field, @Nullable String typed) {
    String text = text(typed);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException none) {
      throw Refused.invalid(field, "must be a whole number, not \"" + text + "\"");
    }
  }

  /** What stands between commas. */
  static List<String> list(@Nullable String typed) {
    return typed == null
        ? List.of()
        : Arrays.stream(typed.split(","))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
  }
}
