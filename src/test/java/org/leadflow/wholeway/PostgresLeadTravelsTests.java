package org.leadflow.wholeway;

/** The whole way on a real PostgreSQL that the test starts itself. */
class PostgresLeadTravelsTests extends LeadTravelsTests implements OnPostgres {}
