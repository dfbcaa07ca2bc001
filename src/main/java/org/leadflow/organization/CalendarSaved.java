package org.leadflow.organization;

import org.jspecify.annotations.Nullable;

/**
 * A calendar was created or changed, or somebody works by another one from now on; published in the
 * transaction of the change. Times that were reckoned by it may be others now.
 *
 * @param calendarId null when a unit or a person works by another calendar
 */
public record CalendarSaved(@Nullable String calendarId) {}
