package org.leadflow.lead.associations;

import org.leadflow.organization.Database;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** All that belongs to a lead on a real PostgreSQL that the test starts itself. */
class PostgresAllThatBelongsToALeadTests extends AllThatBelongsToALeadTests {

  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) {
    String url = Database.POSTGRESQL.create();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "");
  }
}
