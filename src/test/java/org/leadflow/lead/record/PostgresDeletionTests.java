package org.leadflow.lead.record;

import org.leadflow.wholeway.OnPostgres;

/** What is left of a deleted lead, on a real PostgreSQL. */
class PostgresDeletionTests extends DeletionTests implements OnPostgres {}
