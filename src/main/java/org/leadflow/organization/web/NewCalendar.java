package org.leadflow.organization.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/** A calendar that is to be created; see {@link CalendarFields}. */
@StorableText
record NewCalendar(
    @Nullable String id,
    @Nullable String name,
    @Nullable String timeZone,
    @Nullable String holidays,
    @Nullable Map<String, List<String>> hours,
    @Nullable List<String> daysOff) {

  CalendarFields fields() {
    return new CalendarFields(name, timeZone, holidays, hours, daysOff);
  }
}
