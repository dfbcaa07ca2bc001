package org.leadflow.core;

import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;

/** Tells failures of a database that had no time from those that will come again. */
public final class Busy {

  private Busy() {}

  /**
   * Whether the same may succeed in a moment. Not every such failure is told in words of Spring's:
   * that H2 gave up waiting for another transaction is not.
   */
  public static boolean is(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TransientDataAccessException || cause instanceof SQLTransientException) {
        return true;
      }
    }
    return false;
  }
}
