package org.leadflow.process.migration;

import java.util.Set;

/**
 * Knows when timers of a diagram are to come, for what runs on a version that had none: there no
 * step has reckoned it.
 */
public interface TimesOfTimers {

  /** The variables that timers ask for and this knows. */
  Set<String> variables();

  /**
   * Sets all of them, in the transaction that moves the run.
   *
   * @return false when there is nothing that would say when, such as no lead
   */
  boolean set(String processInstanceId, String businessKey);

  /** The run is moved and has its timers. */
  void moved(String businessKey);
}
