package org.leadflow.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/**
 * What came of a lead that was sent in. Holds names of fields and none of their values.
 *
 * @param autoPopulated the fields that were filled from the existing account and contact
 * @param changed the fields in which a lead that was sent before got something new
 * @param setAside the fields whose new values are in a note
 */
record Receipt(
    UUID leadId,
    Outcome outcome,
    List<String> autoPopulated,
    List<String> changed,
    List<String> setAside) {

  /** In a word. */
  @Schema(enumAsRef = true)
  enum Outcome {
    /** A new lead. */
    CREATED,
    /** It was sent before; what is new is on the lead or, where somebody changed it, in a note. */
    UPDATED,
    /** It was sent before, and nothing is new. */
    UNCHANGED,
    /** It was sent before, and the lead is closed and stays as it is; what is new is in a note. */
    CLOSED
  }
}
