package org.leadflow.process.database;

import java.sql.Connection;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Migration 1: runs the engine's own table scripts.
 *
 * <p>The engine could create its tables itself, but two nodes starting on an empty schema then
 * race; under Flyway's lock they do not.
 */
@Component
class EngineTables implements JavaMigration {

  private static final String[] PARTS = {
    "engine",
    "case.engine",
    "decision.engine",
    "history",
    "case.history",
    "decision.history",
    "identity"
  };

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("1");
  }

  @Override
  public String getDescription() {
    return "engine tables";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  /**
   * The scripts belong to the engine version in the class path; an engine upgrade is a migration of
   * its own.
   */
  @Override
  public void migrate(Context context) throws Exception {
    Connection connection = context.getConnection();
    String vendor = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    String dialect = vendor.startsWith("postgres") ? "postgres" : vendor;
    var populator = new ResourceDatabasePopulator();
    for (String part : PARTS) {
      populator.addScript(
          new ClassPathResource(
              "org/camunda/bpm/engine/db/create/activiti." + dialect + ".create." + part + ".sql"));
    }
    populator.execute(new SingleConnectionDataSource(connection, true));
  }
}
