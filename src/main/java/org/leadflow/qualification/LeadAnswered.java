package org.leadflow.qualification;

import java.util.UUID;

/**
 * Somebody answered a lead outside Tasklist. Listeners carry it out at once, in the same
 * transaction, or refuse.
 */
public record LeadAnswered(UUID leadId, Answer answer) {}
