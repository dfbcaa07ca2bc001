package org.leadflow.core;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Tidies up the file of an embedded database as the product does, for whatever is compared with it: without that nobody
 * could run it for long.
 */
public final class TidiedFile implements AutoCloseable {

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  public TidiedFile(DataSource database) throws SQLException {
    var file = new EmbeddedFile(database);
    thread.scheduleWithFixedDelay(file::tidyUp, 100, 100, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
