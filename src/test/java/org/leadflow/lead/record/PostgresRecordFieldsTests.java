package org.leadflow.lead.record;

import org.leadflow.wholeway.OnPostgres;

/** The fields of the lead table, on a real PostgreSQL. */
class PostgresRecordFieldsTests extends RecordFieldsTests implements OnPostgres {}
