package org.leadflow.routing.explain;

/** Reasons on the embedded database. */
class H2ReasonsTests extends ReasonsTests {}
