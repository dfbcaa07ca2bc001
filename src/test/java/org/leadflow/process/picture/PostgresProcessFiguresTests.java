package org.leadflow.process.picture;

import org.leadflow.wholeway.OnPostgres;

class PostgresProcessFiguresTests extends ProcessFiguresTests implements OnPostgres {}
