package org.leadflow.customer;

import java.util.UUID;

/**
 * Somebody answered about an open opportunity outside Tasklist. Listeners carry it out at once, in
 * the same transaction, or refuse.
 */
public record OpportunityAnswered(UUID opportunityId, OpportunityAnswer answer) {}
