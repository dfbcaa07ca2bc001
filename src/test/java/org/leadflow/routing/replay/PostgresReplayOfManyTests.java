package org.leadflow.routing.replay;

import org.leadflow.wholeway.OnPostgres;

/** On a real PostgreSQL. */
class PostgresReplayOfManyTests extends ReplayOfManyTests implements OnPostgres {}
