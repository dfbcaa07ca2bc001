package org.leadflow.lead.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What can be done with or for a lead, named as in Dynamics 365. */
public enum ActivityType {
  PHONECALL,
  EMAIL,
  APPOINTMENT,
  TASK;

  /** Whether somebody talks to the lead in it; a task is done without him. */
  boolean reachesTheLead() {
    return this != TASK;
  }

  /**
   * The type that the API calls so; a number is no name.
   *
   * @throws IllegalArgumentException when there is none
   */
  @JsonCreator
  static ActivityType named(String logicalName) {
    return Arrays.stream(values())
        .filter(type -> type.logicalName().equals(logicalName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no type of activity"));
  }

  /** As the API writes it, such as {@code phonecall}. */
  @JsonValue
  public String logicalName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
