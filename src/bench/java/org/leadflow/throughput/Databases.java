package org.leadflow.throughput;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A server of PostgreSQL, or a directory of files of H2; what was committed is on the disk. */
interface Databases extends AutoCloseable {

  /** The address of the database of this name, which is empty at first. */
  String url(String name);

  String user();

  String password();

  String profiles();

  boolean isH2();

  @Override
  void close() throws IOException;

  static Databases postgres() throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : new String[] {"leadflow", "bare", "flowable"}) {
        statement.execute("CREATE DATABASE " + name);
      }
    }
    return new Databases() {
      @Override
      public String url(String name) {
        return server.getJdbcUrl("postgres", name);
      }

      @Override
      public String user() {
        return "postgres";
      }

      @Override
      public String password() {
        return "";
      }

      @Override
      public String profiles() {
        return "demo,postgres";
      }

      @Override
      public boolean isH2() {
        return false;
      }

      @Override
      public void close() throws IOException {
        server.close();
      }
    };
  }

  static Databases h2() throws IOException {
    Path directory = Files.createTempDirectory("throughput");
    return new Databases() {
      @Override
      public String url(String name) {
        return "jdbc:h2:file:"
            + directory.resolve(name)
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=0;TRACE_LEVEL_FILE=0";
      }

      @Override
      public String user() {
        return "leadflow";
      }

      @Override
      public String password() {
        return "leadflow";
      }

      @Override
      public String profiles() {
        return "demo";
      }

      @Override
      public boolean isH2() {
        return true;
      }

      @Override
      public void close() throws IOException {
        org.springframework.util.FileSystemUtils.deleteRecursively(directory);
      }
    };
  }
}
