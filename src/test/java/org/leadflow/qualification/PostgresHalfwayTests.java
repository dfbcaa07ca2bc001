package org.leadflow.qualification;

import org.leadflow.wholeway.OnPostgres;

/** Failing halfway on a real PostgreSQL. */
class PostgresHalfwayTests extends HalfwayTests implements OnPostgres {}
