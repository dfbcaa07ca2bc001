package org.leadflow.routing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Owner;
import org.leadflow.routing.Outcome;
import org.leadflow.routing.Rerouting.Foreseen;

/**
 * What came, or would come, of one lead.
 *
 * @param outcome {@code assigned}, {@code offered}, {@code waits}, {@code nobody}, {@code same} or
 *     {@code refused}
 * @param to who has the lead then, null when nobody else
 */
record RoutedView(
    UUID leadId,
    Owner from,
    @Schema(allowableValues = {"assigned", "offered", "waits", "nobody", "same", "refused"})
        String outcome,
    @Nullable Owner to,
    @Nullable Instant waitUntil,
    String code,
    String sentence) {

  static RoutedView of(Foreseen foreseen) {
    return of(foreseen.leadId(), foreseen.from(), foreseen.outcome());
  }

  static RoutedView of(UUID leadId, Owner from, Outcome outcome) {
    String word = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    Owner to =
        outcome instanceof Outcome.Assigned assigned
            ? assigned.owner()
            : outcome instanceof Outcome.Offered offered
                ? offered.owner()
                : outcome instanceof Outcome.Waits waits ? waits.team() : null;
    Instant until = outcome instanceof Outcome.Waits waits ? waits.until() : null;
    return new RoutedView(leadId, from, word, to, until, outcome.code(), outcome.sentence());
  }
}
