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
 * @param code stable: {@code screened-out}, {@code scored}, {@code routed}, {@code offered}, {@code
 *     offer-accepted}, {@code offer-declined}, {@code offer-lapsed}, {@code assigned-by-hand},
 *     {@code handed-back}, one of the codes of {@link Route}, or of the catalogue of {@code
 *     assignment} when the target had nobody
 * @param outcome what came of it, null for other questions than who takes the lead
 * @param sentence the reason as a person reads it
 * @param owner who got the lead, null when nobody did or nobody was asked for; of a lead that waits
 *     its team
 * @param explanation an {@link Explanation} as it was kept
 */
public record Decision(
    UUID decisionId,
    UUID leadId,
    Question question,
    Instant decidedOn,
    String code,
    String sentence,
    @Nullable Came outcome,
    @Nullable Owner owner,
    JsonNode explanation) {

  /** What came of the question who takes the lead. */
  public enum Came {
    /** It has an owner. */
    ASSIGNED,
    /** A partner is asked whether he wants it; it is his meanwhile. */
    OFFERED,
    /** Its team owns it until somebody is available. */
    WAITS,
    /** The lead desk decides. */
    TRIAGE,
    /** Nobody else was found, so it stays with its owner. */
    STAYS
  }

  /** The questions that are decided. */
  public enum Question {
    SCREENING,
    SCORING,
    ROUTING,
    /** Whether somebody gets his turn back. */
    CREDIT
  }
}
