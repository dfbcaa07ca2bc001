package org.leadflow.rules.publishing;

import org.leadflow.organization.Database;

class H2NodesTests extends NodesTests {

  @Override
  Database database() {
    return Database.H2;
  }
}
