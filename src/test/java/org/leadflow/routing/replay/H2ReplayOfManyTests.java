package org.leadflow.routing.replay;

/** On the embedded database. */
class H2ReplayOfManyTests extends ReplayOfManyTests {}
