package org.leadflow.lead.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened around a lead or what it became.
 *
 * @param kind what it is: NOTE, ACTIVITY, REQUEST, ATTACHMENT, TRAIL, DECISION or what other rooms
 *     add
 * @param itemId its id; of a line of the trail its number
 * @param happenedBy a user's id, or the part of the product that acted by itself; null where
 *     another item tells
 * @param what more exactly what it is: the type of an activity, the channel of a request, the
 *     action of a line of the trail, the question of a decision
 * @param status how an activity stands, which answer a decision gave, at which stage an opportunity
 *     was
 * @param title the subject; of a line of the trail the owner after it
 * @param text at most the first 2000 characters of it
 * @param shortened whether there is more of the text than that
 * @param leadId the lead it came from, on the timeline of what that lead became; null for the
 *     record's own
 */
public record TimelineItem(
    String kind,
    String itemId,
    Instant happenedOn,
    @Nullable String happenedBy,
    String what,
    @Nullable String status,
    @Nullable String title,
    @Nullable String text,
    boolean shortened,
    @Nullable UUID leadId) {

  static TimelineItem read(ResultSet row, int number) throws SQLException {
    return new TimelineItem(
        row.getString("kind"),
        row.getString("item_id"),
        row.getObject("happened_on", OffsetDateTime.class).toInstant(),
        row.getString("happened_by"),
        row.getString("what"),
        row.getString("status"),
        row.getString("title"),
        row.getString("text"),
        row.getBoolean("shortened"),
        row.getObject("lead_id", UUID.class));
  }
}
