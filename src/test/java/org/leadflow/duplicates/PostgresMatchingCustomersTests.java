package org.leadflow.duplicates;

import org.leadflow.wholeway.OnPostgres;

/** The lookups on a real PostgreSQL that the test starts itself. */
class PostgresMatchingCustomersTests extends MatchingCustomersTests implements OnPostgres {}
