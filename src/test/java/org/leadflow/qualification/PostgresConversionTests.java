package org.leadflow.qualification;

import org.leadflow.wholeway.OnPostgres;

/** Conversions on a real PostgreSQL. */
class PostgresConversionTests extends ConversionTests implements OnPostgres {}
