package org.leadflow.promises;

/** These promises on the embedded database. */
class H2LeadPromisesTests extends LeadPromisesTests {}
