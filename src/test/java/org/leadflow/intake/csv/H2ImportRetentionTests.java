package org.leadflow.intake.csv;

/** What is forgotten of files on the embedded database. */
class H2ImportRetentionTests extends ImportRetentionTests {}
