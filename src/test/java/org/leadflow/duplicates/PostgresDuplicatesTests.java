package org.leadflow.duplicates;

import org.leadflow.wholeway.OnPostgres;

/** Duplicates on a real PostgreSQL that the test starts itself. */
class PostgresDuplicatesTests extends DuplicatesTests implements OnPostgres {}
