package org.leadflow.process.approval;

import org.leadflow.wholeway.OnPostgres;

/** Approvals on a real PostgreSQL that the test starts itself. */
class PostgresApprovalsTests extends ApprovalsTests implements OnPostgres {}
