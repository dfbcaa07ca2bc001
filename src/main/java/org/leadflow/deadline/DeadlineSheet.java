package org.leadflow.deadline;

import java.util.List;

/** Checks a table of deadlines before it is put to work. */
public final class DeadlineSheet {

  private DeadlineSheet() {}

  /** What is to be mended, line by line; empty when it can be read. */
  public static List<String> faults(String text) {
    return DeadlineTableReader.faultsOf(text);
  }
}
