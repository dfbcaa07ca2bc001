package org.leadflow.intake;

/** Known customers fill new leads on the embedded database. */
class H2KnownCustomersFillALeadTests extends KnownCustomersFillALeadTests {}
