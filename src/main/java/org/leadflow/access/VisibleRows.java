package org.leadflow.access;

import java.util.Map;

/**
 * Which rows of a table somebody may see, as a condition of a statement.
 *
 * @param condition with {@code %1$s} where the name of the table goes
 * @param parameters of the condition, by name; all names begin with {@code reach}
 */
public record VisibleRows(String condition, Map<String, Object> parameters) {

  /** The condition over a table of this name, to be joined to others by AND. */
  public String of(String table) {
    return condition.formatted(table + ".");
  }
}
