package org.leadflow.lead.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened around a lead.
 *
 * @param kind what it is: NOTE, ACTIVITY, REQUEST, TRAIL, DECISION or what other rooms add
 * @param itemId its id; of a line of the trail its number
 * @param happenedBy a user's id, or the part of the product that acted by itself; null where
 *     another item tells
 * @param what more exactly what it is: the type of an activity, the channel of a request, the
 *     action of a line of the trail, the question of a decision
 * @param status how an activity stands, which answer a decision gave
 * @param title the subject; of a line of the trail the owner after it
 * @param text at most the first 2000 characters of it
 * @param shortened whether there is more of the text than that
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
    boolean shortened) {}
