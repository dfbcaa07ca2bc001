package org.leadflow.process.waiting;

/** Waiting leads on the embedded database. */
class H2WaitingLeadsTests extends WaitingLeadsTests {}
