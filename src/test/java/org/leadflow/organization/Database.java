package org.leadflow.organization;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases on which the tests of organization and assignment run, each time a new one. */
public enum Database {
  H2 {
    @Override
    public String create() {
      return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0";
    }
  },
  POSTGRESQL {
    @Override
    public String create() {
      String name = "t" + UUID.randomUUID().toString().replace("-", "");
      JdbcClient.create(Server.RUNNING.getPostgresDatabase())
          .sql("create database " + name)
          .update();
      return Server.RUNNING.getJdbcUrl("postgres", name);
    }
  };

  /** The address of an empty database. */
  public abstract String create();

  /** Connects as one node does, and migrates organization and assignment, nothing else. */
  public static HikariDataSource connect(String url) {
    var settings = new HikariConfig();
    settings.setJdbcUrl(url);
    settings.setMaximumPoolSize(8);
    var source = new HikariDataSource(settings);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .target("3")
        .load()
        .migrate();
    return source;
  }

  /**
   * Connects as one node does, and migrates all our own tables; of the engine's there is only what
   * our migrations put an index on.
   */
  public static HikariDataSource migrated(String url) {
    return migrated(url, "latest");
  }

  /** The same as far as a version of ours. */
  public static HikariDataSource migrated(String url, String version) {
    var settings = new HikariConfig();
    settings.setJdbcUrl(url);
    settings.setMaximumPoolSize(8);
    var source = new HikariDataSource(settings);
    var jdbc = JdbcClient.create(source);
    jdbc.sql("CREATE TABLE IF NOT EXISTS act_ru_task (parent_task_id_ varchar(64))").update();
    jdbc.sql("CREATE TABLE IF NOT EXISTS act_ru_job (duedate_ timestamp)").update();
    Flyway.configure()
        .dataSource(source)
        .locations(
            "classpath:db/migration",
            "classpath:db/vendor/" + (url.startsWith("jdbc:h2") ? "h2" : "postgresql"))
        .target(version)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    return source;
  }

  /** Started once per run, when first asked for; ends with the run. */
  private static class Server {

    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.start();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
