package org.leadflow.api;

import org.leadflow.wholeway.OnPostgres;

/** The doors of the administration on PostgreSQL. */
class PostgresAdministrationTests extends AdministrationTests implements OnPostgres {}
