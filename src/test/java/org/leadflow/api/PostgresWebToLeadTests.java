package org.leadflow.api;

import org.leadflow.wholeway.OnPostgres;

/** The same on PostgreSQL. */
class PostgresWebToLeadTests extends WebToLeadTests implements OnPostgres {}
