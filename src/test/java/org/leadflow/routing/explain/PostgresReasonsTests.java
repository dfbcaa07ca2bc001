package org.leadflow.routing.explain;

import org.leadflow.wholeway.OnPostgres;

/** Reasons on a real PostgreSQL. */
class PostgresReasonsTests extends ReasonsTests implements OnPostgres {}
