package org.leadflow.api;

import org.leadflow.wholeway.OnPostgres;

/** The same on PostgreSQL, where nothing goes on in a transaction that failed. */
class PostgresSentAgainTests extends SentAgainTests implements OnPostgres {}
