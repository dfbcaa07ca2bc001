package org.leadflow.lead.record;

import org.leadflow.wholeway.OnPostgres;

/** Many leads in one call, on a real PostgreSQL. */
class PostgresBulkTests extends BulkTests implements OnPostgres {}
