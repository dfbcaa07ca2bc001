package org.leadflow.console;

/** The list of leads on the embedded database. */
class H2LeadListTests extends LeadListTests {}
