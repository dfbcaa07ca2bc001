package org.leadflow.outbox;

import org.leadflow.organization.Database;

class PostgresOutboxTests extends OutboxTests {

  @Override
  String database() {
    return Database.POSTGRESQL.create();
  }
}
