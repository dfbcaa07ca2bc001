package org.leadflow.lead.associations;

/** All that belongs to a lead on the embedded database. */
class H2AllThatBelongsToALeadTests extends AllThatBelongsToALeadTests {}
