package org.leadflow.qualification;

/** Failing halfway on the embedded database. */
class H2HalfwayTests extends HalfwayTests {}
