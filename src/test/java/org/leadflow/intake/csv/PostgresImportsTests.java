package org.leadflow.intake.csv;

import org.leadflow.wholeway.OnPostgres;

/** Files of leads on a real PostgreSQL that the test starts itself. */
class PostgresImportsTests extends ImportsTests implements OnPostgres {}
