package org.leadflow.qualification;

/** Undo on the embedded database. */
class H2UndoTests extends UndoTests {}
