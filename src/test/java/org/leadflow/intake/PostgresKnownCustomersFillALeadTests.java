package org.leadflow.intake;

import org.leadflow.wholeway.OnPostgres;

/** Known customers fill new leads on a real PostgreSQL that the test starts itself. */
class PostgresKnownCustomersFillALeadTests extends KnownCustomersFillALeadTests
    implements OnPostgres {}
