package org.leadflow.lead;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what changed between two states of a lead's fields. */
final class FieldChanges {

  private FieldChanges() {}

  /** Every field that differs, in the order of the table. 100 and 100.00 are one amount. */
  static List<FieldChange> between(LeadFields before, LeadFields after) {
    return between(before, after, Set.of());
  }

  /**
   * @param confirmed fields that are told also where they do not differ
   */
  static List<FieldChange> between(LeadFields before, LeadFields after, Set<String> confirmed) {
    List<FieldChange> changes = new ArrayList<>();
    for (RecordComponent component : LeadFields.class.getRecordComponents()) {
      Object old = read(component, before);
      Object now = read(component, after);
      if (!same(old, now) || confirmed.contains(component.getName())) {
        boolean text = component.getType() == String.class;
        changes.add(new FieldChange(component.getName(), text, asText(old), asText(now)));
      }
    }
    return changes;
  }

  /**
   * The changes as the trail tells them. Texts may be personal, so of them only the name is told;
   * of options, numbers, dates and boxes also the values.
   */
  static String withoutTexts(List<FieldChange> changes) {
    return withoutTexts(changes, Set.of());
  }

  /**
   * @param beyondMatches the links that somebody found by searching all records
   */
  static String withoutTexts(List<FieldChange> changes, Set<String> beyondMatches) {
    String text =
        changes.stream()
            .map(
                change ->
                    (change.text()
                            ? change.field()
                            : change.field() + ": " + change.from() + " → " + change.to())
                        + (beyondMatches.contains(change.field())
                            ? " (found by searching all)"
                            : ""))
            .collect(Collectors.joining(", "));
    return text.length() <= 4000 ? text : text.substring(0, 3999) + "…";
  }

  private static boolean same(@Nullable Object old, @Nullable Object now) {
    return old instanceof BigDecimal one && now instanceof BigDecimal other
        ? one.compareTo(other) == 0
        : Objects.equals(old, now);
  }

  static @Nullable String asText(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static @Nullable Object read(RecordComponent component, LeadFields fields) {
    try {
      return component.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
