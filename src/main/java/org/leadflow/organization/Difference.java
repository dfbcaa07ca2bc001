package org.leadflow.organization;

/** What is stored beside what a file says. */
record Difference(FileRows stored, FileRows file) {

  static final String[] CALENDAR = {"name", "timeZone", "holidays", "hours", "daysOff"};
  static final String[] TEAM = {"name", "unit", "partner"};
  static final String[] USER = {
    "name", "email", "unit", "partner", "roles", "active", "calendar", "skills"
  };

  boolean of(String kind, String id, String... fields) {
    return stored.differ(file, kind, id, fields);
  }

  boolean isNew(String kind, String id) {
    return !stored.has(kind, id);
  }

  boolean isNew(String calendarId) {
    return isNew("calendar", calendarId);
  }
}
