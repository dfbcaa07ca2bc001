package org.leadflow.process.approval;

/** Approvals on the embedded database. */
class H2ApprovalsTests extends ApprovalsTests {}
