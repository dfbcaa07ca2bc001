package org.leadflow.lead.activity;

import com.fasterxml.jackson.annotation.JsonValue;
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

  /** As the API writes it, such as {@code phonecall}. */
  @JsonValue
  public String logicalName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
