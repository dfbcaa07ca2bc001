package org.leadflow.qualification;

import org.leadflow.wholeway.OnPostgres;

/** Rivals on a real PostgreSQL. */
class PostgresRivalsTests extends RivalsTests implements OnPostgres {}
