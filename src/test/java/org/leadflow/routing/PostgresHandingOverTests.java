package org.leadflow.routing;

import org.leadflow.wholeway.OnPostgres;

/** Handing leads over on a real PostgreSQL that the test starts itself. */
class PostgresHandingOverTests extends HandingOverTests implements OnPostgres {}
