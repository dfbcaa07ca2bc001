package org.leadflow.core;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/**
 * Makes ids that sort by the time of their making (UUID version 7, RFC 9562), so that indexes grow
 * at one end.
 */
public final class Ids {

  private static final NoArgGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /** A new id; never the same twice, on any number of nodes. */
  public static UUID next() {
    return TIME_ORDERED.generate();
  }
}
