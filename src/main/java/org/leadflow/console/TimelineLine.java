package org.leadflow.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;

/**
 * Something on the timeline of an opportunity.
 *
 * @param who null where nobody is known
 * @param lead the lead it is from, null for the opportunity's own
 */
record TimelineLine(
    Moment at,
    String what,
    @Nullable String title,
    @Nullable String text,
    @Nullable String who,
    @Nullable FromLead lead) {

  /**
   * The lead something is from.
   *
   * @param id null when the reader may not see the lead
   */
  record FromLead(@Nullable UUID id, String topic) {}
}
