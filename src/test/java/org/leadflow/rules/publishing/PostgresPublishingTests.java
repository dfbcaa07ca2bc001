package org.leadflow.rules.publishing;

import org.leadflow.organization.Database;

class PostgresPublishingTests extends PublishingTests {

  @Override
  Database database() {
    return Database.POSTGRESQL;
  }
}
