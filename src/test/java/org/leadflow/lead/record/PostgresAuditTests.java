package org.leadflow.lead.record;

import org.leadflow.wholeway.OnPostgres;

/** What the audit tells, on a real PostgreSQL. */
class PostgresAuditTests extends AuditTests implements OnPostgres {}
