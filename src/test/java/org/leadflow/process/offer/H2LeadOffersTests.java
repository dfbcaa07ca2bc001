package org.leadflow.process.offer;

/** Offers on the embedded database. */
class H2LeadOffersTests extends LeadOffersTests {}
