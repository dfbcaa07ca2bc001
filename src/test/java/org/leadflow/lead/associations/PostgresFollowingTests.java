package org.leadflow.lead.associations;

import org.leadflow.wholeway.OnPostgres;

/** What follows a lead, on a real PostgreSQL. */
class PostgresFollowingTests extends FollowingTests implements OnPostgres {}
