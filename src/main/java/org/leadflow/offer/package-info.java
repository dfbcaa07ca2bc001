/**
 * Leads that are offered to channel partners: for how long, what the partner's people answered, and
 * until when an accepted lead stays theirs.
 *
 * <p>{@link org.leadflow.offer.Offers} says what is on offer and on which terms, {@link
 * org.leadflow.offer.Offering} keeps what becomes of it. The clock is kept by the process, whose
 * timer survives every node; who gets the lead then is decided in {@code routing}. Guarded by
 * {@code OfferTableTests} and {@code LeadOffersTests}.
 */
@ApplicationModule(
    displayName = "Offer",
    allowedDependencies = {"core", "organization", "access", "lead"})
@NullMarked
package org.leadflow.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
