package org.leadflow.duplicates;

/** Duplicates at intake on the embedded database. */
class H2IntakeDuplicatesTests extends IntakeDuplicatesTests {}
