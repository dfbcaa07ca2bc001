package org.leadflow.offer.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.offer.Offer;
import org.leadflow.organization.Owner;

/**
 * An offer of a lead to a partner.
 *
 * @param to the team or person it was made to
 * @param lapsesOn until when they may answer
 * @param answeredBy null when nobody did
 * @param protectedUntil until when the accepted lead stays theirs, as promised then
 */
@Schema(name = "Offer")
record OfferView(
    UUID offerId,
    UUID leadId,
    String partnerId,
    Owner to,
    @Schema(allowableValues = {"open", "accepted", "declined", "lapsed", "returned", "withdrawn"})
        String state,
    Instant offeredOn,
    Instant lapsesOn,
    @Nullable Instant answeredOn,
    @Nullable String answeredBy,
    @Nullable Instant protectedUntil) {

  static OfferView of(Offer offer) {
    return new OfferView(
        offer.offerId(),
        offer.leadId(),
        offer.partnerId(),
        offer.to(),
        offer.state().name().toLowerCase(Locale.ROOT),
        offer.offeredOn(),
        offer.lapsesOn(),
        offer.answeredOn(),
        offer.answeredBy(),
        offer.protectedUntil());
  }
}
