package org.leadflow.throughput;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.util.FileSystemUtils;

/**
 * A server of PostgreSQL, or a directory of files of H2, with a database for each side; what was committed is on the
 * disk.
 *
 * @param isH2 whether it is H2
 * @param at the port of the server, or the directory
 */
record Databases(boolean isH2, String at) {

  /** Work with databases that are gone afterwards. */
  interface Work {

    void with(Databases databases) throws Exception;
  }

  static void postgres(Work work) throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .start()) {
      create(server);
      work.with(new Databases(false, String.valueOf(server.getPort())));
    }
  }

  private static void create(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : RunSide.NAMES) {
        statement.execute("CREATE DATABASE " + name);
      }
    }
  }

  static void h2(Work work) throws Exception {
    Path directory = Files.createTempDirectory("throughput");
    try {
      work.with(new Databases(true, directory.toString()));
    } finally {
      delete(directory);
    }
  }

  private static void delete(Path directory) throws IOException {
    FileSystemUtils.deleteRecursively(directory);
  }

  /** The address of the database of this name, which is empty at first. */
  String url(String name) {
    return isH2
        ? "jdbc:h2:file:" + at + "/" + name + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=0;TRACE_LEVEL_FILE=0;CACHE_SIZE=98304;COMPRESS=TRUE"
        : "jdbc:postgresql://localhost:" + at + "/" + name;
  }

  String user() {
    return isH2 ? "leadflow" : "postgres";
  }

  String password() {
    return isH2 ? "leadflow" : "";
  }

  String profiles() {
    return isH2 ? "demo" : "demo,postgres";
  }
}
