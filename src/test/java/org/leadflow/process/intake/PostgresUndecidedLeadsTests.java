package org.leadflow.process.intake;

import org.leadflow.wholeway.OnPostgres;

/** Undecided leads on a real PostgreSQL that the test starts itself. */
class PostgresUndecidedLeadsTests extends UndecidedLeadsTests implements OnPostgres {}
