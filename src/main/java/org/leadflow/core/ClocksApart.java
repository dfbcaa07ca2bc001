package org.leadflow.core;

import java.time.Duration;
import java.util.Locale;

/** The clock of this node and that of the database differ by more than they may. */
final class ClocksApart extends RuntimeException {

  ClocksApart(Duration ahead) {
    super(
        String.format(
            Locale.ROOT,
            "The clock of this node is %.1f s %s that of the database.",
            ahead.abs().toMillis() / 1000.0,
            ahead.isNegative() ? "behind" : "ahead of"));
  }
}
