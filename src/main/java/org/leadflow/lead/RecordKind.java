package org.leadflow.lead;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of customer record that a lead can become. */
public enum RecordKind {
  OPPORTUNITY,
  ACCOUNT,
  CONTACT;

  /**
   * The kind that the API calls so, such as {@code opportunity}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static RecordKind named(String entityType) {
    for (RecordKind kind : values()) {
      if (kind.entityType().equals(entityType)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no lead becomes a record of the type " + entityType);
  }

  /** As the API writes it, such as {@code opportunity}. */
  @JsonValue
  public String entityType() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The table of these records. */
  public String table() {
    return entityType();
  }

  /** The column of their table that holds their id. */
  public String idColumn() {
    return entityType() + "_id";
  }
}
