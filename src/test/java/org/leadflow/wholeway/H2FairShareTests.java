package org.leadflow.wholeway;

/** Fair shares on the embedded database. */
class H2FairShareTests extends FairShareTests {}
