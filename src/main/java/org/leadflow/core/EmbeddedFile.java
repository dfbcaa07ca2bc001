package org.leadflow.core;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the file of the embedded database small. H2 writes changed pages to new places and frees
 * the old ones chunk by chunk; its own thread that empties chunks with little left in them does not
 * run while every commit is written at once ({@code WRITE_DELAY=0}, as of H2 2.4). Without it a
 * hundred thousand leads left a file of some 25 GB.
 */
@Component
class EmbeddedFile {

  /** Of a hundred bytes in the file this many are to be in use. */
  private static final int FILL = 50;

  /** So much is moved at a time; a commit may have to wait for it. */
  private static final int BYTES = 1 << 20;

  private final DataSource database;
  private volatile @Nullable MVStore store;

  EmbeddedFile(DataSource database) throws SQLException {
    this.database = database;
    this.store = open();
  }

  /** That of H2 in this process; null when the database is elsewhere. */
  private @Nullable MVStore open() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.isWrapperFor(JdbcConnection.class)
              && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal local
          ? local.getDatabase().getStore().getMvStore()
          : null;
    }
  }

  /** H2 closes its file when it cannot write, and opens it anew for the next connection. */
  @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
  void openAgain() throws SQLException {
    MVStore before = store;
    if (before != null && before.isClosed()) {
      store = open();
    }
  }

  @Scheduled(fixedDelay = 100)
  void tidyUp() {
    MVStore open = store;
    if (open != null && !open.isClosed() && open.compact(FILL, BYTES)) {
      open.commit();
    }
  }
}
