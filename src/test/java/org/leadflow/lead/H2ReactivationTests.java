package org.leadflow.lead;

/** Reactivation on the embedded database. */
class H2ReactivationTests extends ReactivationTests {}
