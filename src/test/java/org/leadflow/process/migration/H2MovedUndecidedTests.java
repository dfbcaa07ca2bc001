package org.leadflow.process.migration;

/** Moving undecided leads on the embedded database. */
class H2MovedUndecidedTests extends MovedUndecidedTests {}
