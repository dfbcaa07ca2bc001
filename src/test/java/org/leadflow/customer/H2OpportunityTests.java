package org.leadflow.customer;

/** Opportunities in the embedded database. */
class H2OpportunityTests extends OpportunityTests {}
