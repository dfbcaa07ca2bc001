package org.leadflow.wholeway;

/** The whole way on the embedded database. */
class H2LeadTravelsTests extends LeadTravelsTests {}
