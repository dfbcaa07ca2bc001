package org.leadflow.process.picture;

import org.leadflow.wholeway.OnPostgres;

class PostgresLeadWayTests extends LeadWayTests implements OnPostgres {}
