package org.leadflow.wholeway;

/** Fair shares on a real PostgreSQL that the test starts itself. */
class PostgresFairShareTests extends FairShareTests implements OnPostgres {}
