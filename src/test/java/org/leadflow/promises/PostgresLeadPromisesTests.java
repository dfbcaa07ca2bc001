package org.leadflow.promises;

import org.leadflow.wholeway.OnPostgres;

/** These promises on a real PostgreSQL. */
class PostgresLeadPromisesTests extends LeadPromisesTests implements OnPostgres {}
