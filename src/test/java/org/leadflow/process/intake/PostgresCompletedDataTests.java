package org.leadflow.process.intake;

import org.leadflow.wholeway.OnPostgres;

/** Missing data on a real PostgreSQL that the test starts itself. */
class PostgresCompletedDataTests extends CompletedDataTests implements OnPostgres {}
