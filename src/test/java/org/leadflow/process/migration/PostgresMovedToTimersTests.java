package org.leadflow.process.migration;

import org.leadflow.wholeway.OnPostgres;

class PostgresMovedToTimersTests extends MovedToTimersTests implements OnPostgres {}
