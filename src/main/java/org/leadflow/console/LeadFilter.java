package org.leadflow.console;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriUtils;

/**
 * Which leads the list shows, as it stands in the address of the page: every name of a field with
 * what was typed there, empty when nothing was.
 */
record LeadFilter(Map<String, String> typed) {

  static final List<String> FIELDS =
      List.of(
          "q",
          "state",
          "reason",
          "owner",
          "unit",
          "partner",
          "source",
          "campaign",
          "grade",
          "score",
          "from",
          "to",
          "due",
          "sort");

  /** Whoever types more than this does not look for a lead. */
  private static final int LONGEST = 200;

  /** Takes what belongs to a filter and leaves the rest of the address alone. */
  static LeadFilter of(Map<String, String> parameters) {
    Map<String, String> typed = new LinkedHashMap<>();
    for (String field : FIELDS) {
      String value = parameters.getOrDefault(field, "").strip();
      // No database takes this character.
      String storable = value.replace("\u0000", "");
      typed.put(field, storable.substring(0, Math.min(LONGEST, storable.length())));
    }
    return new LeadFilter(typed);
  }

  String get(String field) {
    return typed.get(field);
  }

  /** Whether more is asked than a search and a state, so that the fields are shown. */
  public boolean isDetailed() {
    return FIELDS.stream()
        .filter(field -> !List.of("q", "state", "sort").contains(field))
        .anyMatch(field -> !get(field).isEmpty());
  }

  public boolean isEmpty() {
    return FIELDS.stream().allMatch(field -> get(field).isEmpty() || field.equals("sort"));
  }

  /** The part of an address behind the question mark, on a page of the list; the first has none. */
  public String query(int page) {
    var query = new StringBuilder();
    typed.forEach(
        (field, value) -> {
          if (!value.isEmpty()) {
            append(query, field, value);
          }
        });
    if (page > 1) {
      append(query, "page", String.valueOf(page));
    }
    return query.isEmpty() ? "" : "?" + query;
  }

  private static void append(StringBuilder query, String field, String value) {
    query
        .append(query.isEmpty() ? "" : "&")
        .append(field)
        .append('=')
        .append(UriUtils.encode(value, StandardCharsets.UTF_8));
  }
}
