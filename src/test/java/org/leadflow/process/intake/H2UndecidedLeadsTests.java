package org.leadflow.process.intake;

/** Undecided leads on the embedded database. */
class H2UndecidedLeadsTests extends UndecidedLeadsTests {}
