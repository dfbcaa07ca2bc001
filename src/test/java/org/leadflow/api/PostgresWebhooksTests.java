package org.leadflow.api;

import org.leadflow.wholeway.OnPostgres;

/** The same on PostgreSQL. */
class PostgresWebhooksTests extends WebhooksTests implements OnPostgres {}
