package org.leadflow.process.events;

/** Events from outside on the embedded database. */
class H2EventsFromOutsideTests extends EventsFromOutsideTests {}
