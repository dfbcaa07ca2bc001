package org.leadflow.qualification;

/** Rivals on the embedded database. */
class H2RivalsTests extends RivalsTests {}
