package org.leadflow.api;

import org.leadflow.wholeway.OnPostgres;

/** Strangers' leads and our own naughty strings on PostgreSQL, which takes less than H2 does. */
class PostgresStrangersLeadsTests extends StrangersLeadsTests implements OnPostgres {}
