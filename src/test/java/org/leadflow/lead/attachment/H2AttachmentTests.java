package org.leadflow.lead.attachment;

/** Files of leads in the embedded database. */
class H2AttachmentTests extends AttachmentTests {}
