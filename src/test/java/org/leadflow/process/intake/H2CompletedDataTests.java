package org.leadflow.process.intake;

/** Missing data on the embedded database. */
class H2CompletedDataTests extends CompletedDataTests {}
