package org.leadflow.duplicates;

import org.leadflow.wholeway.OnPostgres;

/** Duplicates at intake on PostgreSQL. */
class PostgresIntakeDuplicatesTests extends IntakeDuplicatesTests implements OnPostgres {}
