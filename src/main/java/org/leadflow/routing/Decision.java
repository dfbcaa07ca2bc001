package org.leadflow.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.organization.Owner;

/**
 * What was decided about a lead and why. Since rules are pure, the facts and the versions of the
 * rule sets always give the same answer again.
 *
 * @param code stable: {@code screened-out}, {@code scored}, {@code routed}, {@code
 *     assigned-by-hand}, or one of the codes of {@link Route}
 * @param sentence the reason as a person reads it
 * @param owner who got the lead, null when nobody did or nobody was asked for
 * @param explanation an {@link Explanation} as it was kept
 */
public record Decision(
    UUID decisionId,
    UUID leadId,
    Question question,
    Instant decidedOn,
    String code,
    String sentence,
    @Nullable Owner owner,
    JsonNode explanation) {

  /** The questions that are decided. */
  public enum Question {
    SCREENING,
    SCORING,
    ROUTING
  }
}
