package org.leadflow.core;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
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

  private final MVStore store;

  EmbeddedFile(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      store = connection.isWrapperFor(JdbcConnection.class) ? of(connection) : null;
    }
  }

  private static MVStore of(Connection connection) throws SQLException {
    var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    return session.getDatabase().getStore().getMvStore();
  }

  @Scheduled(fixedDelay = 100)
  void tidyUp() {
    if (store != null && !store.isClosed() && store.compact(FILL, BYTES)) {
      store.commit();
    }
  }
}
