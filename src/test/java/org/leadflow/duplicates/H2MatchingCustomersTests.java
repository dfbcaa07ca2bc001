package org.leadflow.duplicates;

/** The lookups on the embedded database. */
class H2MatchingCustomersTests extends MatchingCustomersTests {}
