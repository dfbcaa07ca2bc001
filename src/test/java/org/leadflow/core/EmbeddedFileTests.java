package org.leadflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.mvstore.FileStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What many small commits leave behind in the file of H2 is used again. */
class EmbeddedFileTests {

  private static final int ROWS = 5_000;

  @TempDir Path folder;

  private JdbcConnectionPool database;

  @BeforeEach
  void open() {
    String url = "jdbc:h2:file:" + folder.resolve("leadflow") + ";WRITE_DELAY=0;RETENTION_TIME=0";
    database = JdbcConnectionPool.create(url, "leadflow", "leadflow");
  }

  @AfterEach
  void close() {
    database.dispose();
  }

  @Test
  void chunksWithLittleLeftInThemAreEmptiedAndNothingIsLost() throws SQLException {
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql("CREATE TABLE note (id int PRIMARY KEY, said varchar(200))").update();
    jdbc.sql("INSERT INTO note SELECT x, repeat('a', 150) FROM system_range(1, ?)")
        .param(ROWS)
        .update();
    var any = new Random(7);
    for (int i = 0; i < ROWS; i++) {
      jdbc.sql("UPDATE note SET said = ? WHERE id = ?")
          .params("b".repeat(150), any.nextInt(ROWS) + 1)
          .update();
    }
    FileStore<?> file = file();
    assertThat(file.getChunksFillRate()).isLessThan(25);
    var tidying = new EmbeddedFile(database);

    await()
        .untilAsserted(
            () -> {
              tidying.tidyUp();
              assertThat(file.getChunksFillRate()).isGreaterThanOrEqualTo(50);
            });

    assertThat(
            jdbc.sql("SELECT count(*) FROM note WHERE length(said) = 150")
                .query(Integer.class)
                .single())
        .isEqualTo(ROWS);
  }

  private FileStore<?> file() throws SQLException {
    try (Connection connection = database.getConnection()) {
      var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      return session.getDatabase().getStore().getMvStore().getFileStore();
    }
  }
}
