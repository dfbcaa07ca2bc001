package org.leadflow.process.waiting;

import org.leadflow.wholeway.OnPostgres;

/** Waiting leads on a real PostgreSQL that the test starts itself. */
class PostgresWaitingLeadsTests extends WaitingLeadsTests implements OnPostgres {}
