package org.leadflow.offer.web;

import org.jspecify.annotations.Nullable;
import org.leadflow.lead.Lead;
import org.leadflow.offer.Offer;

/** An offer that waits for its answer, with the essentials of its lead. */
record OpenOffer(
    OfferView offer,
    @Nullable String subject,
    @Nullable String companyName,
    @Nullable String city,
    @Nullable String country,
    @Nullable Integer score,
    @Nullable String grade) {

  static OpenOffer of(Offer offer, Lead lead) {
    return new OpenOffer(
        OfferView.of(offer),
        lead.fields().subject(),
        lead.fields().companyName(),
        lead.fields().address1City(),
        lead.fields().address1Country(),
        lead.score(),
        lead.grade());
  }
}
