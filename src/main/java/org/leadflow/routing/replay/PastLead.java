package org.leadflow.routing.replay;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.rules.LeadFacts;

/**
 * A lead to decide about again.
 *
 * @param leadId null for a line of a file
 * @param line of the file, 0 for a lead
 * @param before what happened to it; null for a line of a file, to which nothing happened
 */
record PastLead(@Nullable UUID leadId, int line, LeadFacts facts, @Nullable Outcome before) {}
