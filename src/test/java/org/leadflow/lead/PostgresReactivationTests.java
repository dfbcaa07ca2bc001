package org.leadflow.lead;

import org.leadflow.organization.Database;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Reactivation on a real PostgreSQL that the test starts itself. */
class PostgresReactivationTests extends ReactivationTests {

  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) {
    String url = Database.POSTGRESQL.create();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "");
  }
}
