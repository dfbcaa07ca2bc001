package org.leadflow.process.offer;

import org.leadflow.wholeway.OnPostgres;

/** Offers on a real PostgreSQL that the test starts itself. */
class PostgresLeadOffersTests extends LeadOffersTests implements OnPostgres {}
