/**
 * Asks a channel partner whether he wants a lead: the steps of {@code lead-offer.bpmn}. Guarded by
 * {@code LeadOfferPathsTests} and {@code LeadOffersTests}.
 */
@NullMarked
package org.leadflow.process.offer;

import org.jspecify.annotations.NullMarked;
