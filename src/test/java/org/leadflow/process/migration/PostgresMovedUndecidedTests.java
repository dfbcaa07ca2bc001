package org.leadflow.process.migration;

import org.leadflow.wholeway.OnPostgres;

/** Moving undecided leads on a real PostgreSQL that the test starts itself. */
class PostgresMovedUndecidedTests extends MovedUndecidedTests implements OnPostgres {}
