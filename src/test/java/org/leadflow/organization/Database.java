package org.leadflow.organization;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

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
   * Adds currencies and working time, which came with later numbers and are parts of organization
   * too.
   */
  static void whatCameLater(DataSource source) {
    try (Connection connection = source.getConnection();
        ResultSet there = connection.getMetaData().getTables(null, null, "%", null)) {
      while (there.next()) {
        if (there.getString("TABLE_NAME").equalsIgnoreCase("currency")) {
          return;
        }
      }
      for (String script : new String[] {"V24__currencies.sql", "V32__working_time.sql"}) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/" + script));
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
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
