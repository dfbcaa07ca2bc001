package org.leadflow.outbox;

import org.leadflow.organization.Database;

class H2OutboxTests extends OutboxTests {

  @Override
  String database() {
    return Database.H2.create();
  }
}
