package org.leadflow.lead.record;

/** What the audit tells, on the embedded database. */
class H2AuditTests extends AuditTests {}
