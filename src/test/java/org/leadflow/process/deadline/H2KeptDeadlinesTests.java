package org.leadflow.process.deadline;

/** Deadlines on the embedded database. */
class H2KeptDeadlinesTests extends KeptDeadlinesTests {}
