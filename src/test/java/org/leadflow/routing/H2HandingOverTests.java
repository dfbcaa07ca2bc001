package org.leadflow.routing;

/** Handing leads over on the embedded database. */
class H2HandingOverTests extends HandingOverTests {}
