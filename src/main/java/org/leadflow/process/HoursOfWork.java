package org.leadflow.process;

import java.math.BigDecimal;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The field {@code hours} of a building block: how long people work, in hours and fractions. */
public final class HoursOfWork {

  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  private HoursOfWork() {}

  /**
   * What a designer filled in, to the minute.
   *
   * @throws NumberFormatException when it is no number, which the check of the folder finds before
   */
  public static Duration of(DelegateExecution execution) {
    var hours = new BigDecimal(String.valueOf(execution.getVariable("hours")));
    return Duration.ofMinutes(hours.multiply(MINUTES).longValue());
  }
}
