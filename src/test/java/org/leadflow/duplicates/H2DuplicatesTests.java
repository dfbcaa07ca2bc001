package org.leadflow.duplicates;

/** Duplicates on the embedded database. */
class H2DuplicatesTests extends DuplicatesTests {}
