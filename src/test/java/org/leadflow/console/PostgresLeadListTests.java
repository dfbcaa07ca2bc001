package org.leadflow.console;

import org.leadflow.wholeway.OnPostgres;

/** The list of leads on a real PostgreSQL that the test starts itself. */
class PostgresLeadListTests extends LeadListTests implements OnPostgres {}
