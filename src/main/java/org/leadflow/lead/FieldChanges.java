package org.leadflow.lead;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names what changed between two states of a lead's fields. Texts may be personal, so of them only
 * the name is told; of options, numbers, dates and boxes also the values.
 */
final class FieldChanges {

  private FieldChanges() {}

  static String between(LeadFields before, LeadFields after, Set<String> beyondMatches) {
    List<String> changes = new ArrayList<>();
    for (RecordComponent component : LeadFields.class.getRecordComponents()) {
      Object old = read(component, before);
      Object now = read(component, after);
      if (!Objects.equals(old, now)) {
        boolean text = component.getType() == String.class;
        String change = text ? component.getName() : component.getName() + ": " + old + " → " + now;
        changes.add(
            beyondMatches.contains(component.getName())
                ? change + " (found by searching all)"
                : change);
      }
    }
    String text = String.join(", ", changes);
    return text.length() <= 4000 ? text : text.substring(0, 3999) + "…";
  }

  private static @Nullable Object read(RecordComponent component, LeadFields fields) {
    try {
      return component.getAccessor().invoke(fields);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
