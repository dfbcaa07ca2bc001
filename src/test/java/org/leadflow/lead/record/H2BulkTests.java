package org.leadflow.lead.record;

/** Many leads in one call, on the embedded database. */
class H2BulkTests extends BulkTests {}
