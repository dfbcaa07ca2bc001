package org.leadflow.intake.csv;

/** Files of leads on the embedded database. */
class H2ImportsTests extends ImportsTests {}
