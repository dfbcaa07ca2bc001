package org.leadflow.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why the rules are asked about a lead.
 *
 * @param by the user who wanted it, null when the product asks by itself
 * @param from who owned the lead before and is left out this time, null when nobody is
 * @param reason in the words of whoever wanted it, null when he gave none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Occasion(
    Why why, @Nullable String by, @Nullable String from, @Nullable String reason) {

  /** The kinds of occasion. */
  public enum Why {
    /** The lead came in, came back, or has waited. */
    ARRIVED,
    /** Somebody wants the rules to be asked once more. */
    ASKED,
    /** Its owner does not work here any more. */
    LEFT,
    /** Its owner is away. */
    ABSENT,
    /** Its owner let it lapse. */
    LAPSED,
    /** A partner declined the offer of it. */
    DECLINED,
    /** What is known of it changed. */
    CHANGED,
    /** The rules are others than when the lead was routed. */
    RULES
  }

  static final Occasion ARRIVED = new Occasion(Why.ARRIVED, null, null, null);

  /** Who must not have the lead again because of the occasion. */
  Set<String> leftOut() {
    return from == null ? Set.of() : Set.of(from);
  }

  /** Whether the present owner cannot stay, so that the lead desk has it when nobody is found. */
  boolean ownerGoes() {
    return why == Why.LEFT || why == Why.ABSENT;
  }
}
