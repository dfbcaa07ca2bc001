package org.leadflow.customer;

import org.leadflow.wholeway.OnPostgres;

/** Opportunities in a real PostgreSQL. */
class PostgresOpportunityTests extends OpportunityTests implements OnPostgres {}
