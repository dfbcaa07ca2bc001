package org.leadflow.lead.merge;

import org.leadflow.wholeway.OnPostgres;

/** Merging leads on PostgreSQL. */
class PostgresMergeTests extends MergeTests implements OnPostgres {}
