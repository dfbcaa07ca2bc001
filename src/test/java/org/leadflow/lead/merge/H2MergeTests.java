package org.leadflow.lead.merge;

/** Merging leads on the embedded database. */
class H2MergeTests extends MergeTests {}
