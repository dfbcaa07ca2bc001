package org.leadflow.rules.publishing;

import org.leadflow.organization.Database;

class H2PublishingTests extends PublishingTests {

  @Override
  Database database() {
    return Database.H2;
  }
}
