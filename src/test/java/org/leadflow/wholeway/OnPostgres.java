package org.leadflow.wholeway;

import org.leadflow.organization.Database;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Puts a test of the whole way on a real PostgreSQL; all that do share one running product. */
public interface OnPostgres {

  @DynamicPropertySource
  static void postgres(DynamicPropertyRegistry properties) {
    String url = Database.POSTGRESQL.create();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "");
  }
}
