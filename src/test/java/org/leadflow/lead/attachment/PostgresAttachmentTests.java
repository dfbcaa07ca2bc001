package org.leadflow.lead.attachment;

import org.leadflow.wholeway.OnPostgres;

/** Files of leads in a real PostgreSQL. */
class PostgresAttachmentTests extends AttachmentTests implements OnPostgres {}
