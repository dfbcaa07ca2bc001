package org.leadflow.process.migration;

import org.leadflow.wholeway.OnPostgres;

class PostgresProcessMigrationTests extends ProcessMigrationTests implements OnPostgres {}
