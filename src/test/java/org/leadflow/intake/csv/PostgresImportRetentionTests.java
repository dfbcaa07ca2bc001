package org.leadflow.intake.csv;

import org.leadflow.wholeway.OnPostgres;

/** What is forgotten of files on a real PostgreSQL that the test starts itself. */
class PostgresImportRetentionTests extends ImportRetentionTests implements OnPostgres {}
