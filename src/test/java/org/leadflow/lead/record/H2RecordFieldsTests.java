package org.leadflow.lead.record;

/** The fields of the lead table, on the embedded database. */
class H2RecordFieldsTests extends RecordFieldsTests {}
