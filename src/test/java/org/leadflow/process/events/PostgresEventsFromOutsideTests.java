package org.leadflow.process.events;

import org.leadflow.wholeway.OnPostgres;

/** Events from outside on a real PostgreSQL that the test starts itself. */
class PostgresEventsFromOutsideTests extends EventsFromOutsideTests implements OnPostgres {}
