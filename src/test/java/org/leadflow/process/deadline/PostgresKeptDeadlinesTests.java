package org.leadflow.process.deadline;

import org.leadflow.wholeway.OnPostgres;

/** Deadlines on a real PostgreSQL that the test starts itself. */
class PostgresKeptDeadlinesTests extends KeptDeadlinesTests implements OnPostgres {}
