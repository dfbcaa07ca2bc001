package org.leadflow.rules.publishing;

import org.leadflow.organization.Database;

class PostgresNodesTests extends NodesTests {

  @Override
  Database database() {
    return Database.POSTGRESQL;
  }
}
