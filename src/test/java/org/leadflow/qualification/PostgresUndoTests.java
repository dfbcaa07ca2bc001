package org.leadflow.qualification;

import org.leadflow.wholeway.OnPostgres;

/** Undo on a real PostgreSQL. */
class PostgresUndoTests extends UndoTests implements OnPostgres {}
