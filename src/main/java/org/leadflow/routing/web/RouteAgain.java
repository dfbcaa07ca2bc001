package org.leadflow.routing.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.StorableText;

/**
 * How to route a lead again.
 *
 * @param leaveOutOwner true: the present owner does not get it this time
 * @param reason why, in the caller's words; kept in the decision
 */
@StorableText
record RouteAgain(@Nullable Boolean leaveOutOwner, @Size(max = 1000) @Nullable String reason) {}
