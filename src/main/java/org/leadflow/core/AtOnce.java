package org.leadflow.core;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/** What many do at once and the database lets one of them be the first. */
public final class AtOnce {

  /** H2 waits for another transaction for two seconds each time, PostgreSQL until it ends. */
  private static final int PATIENCE = 5;

  private AtOnce() {}

  /**
   * Does the first; does the other when somebody else was first. Each is a transaction of its own,
   * so that the other sees what was stored, or the other only refuses.
   */
  public static <T> T first(Supplier<T> first, Supplier<T> other) {
    for (int tries = 1; ; tries++) {
      try {
        return first.get();
      } catch (RuntimeException failure) {
        if (isSecond(failure)) {
          return other.get();
        }
        if (!Busy.is(failure) || tries == PATIENCE) {
          throw failure;
        }
      }
    }
  }

  /** Whether it failed since the same was stored before; saving wraps what tells so. */
  public static boolean isSecond(RuntimeException failure) {
    return failure instanceof DuplicateKeyException
        || failure.getCause() instanceof DuplicateKeyException;
  }
}
