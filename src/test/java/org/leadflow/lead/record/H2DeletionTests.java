package org.leadflow.lead.record;

/** What is left of a deleted lead, on the embedded database. */
class H2DeletionTests extends DeletionTests {}
