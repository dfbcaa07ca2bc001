package org.leadflow.process;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.leadflow.core.Refused;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Takes a room's own exception out of the one the engine wraps around whatever a listener throws.
 */
public final class Refusals {

  private Refusals() {}

  /** Runs a command of the engine; a refusal or a lost race inside it comes out as itself. */
  public static void unwrapped(Runnable command) {
    try {
      command.run();
    } catch (OptimisticLockingException overtaken) {
      throw new OptimisticLockingFailureException(overtaken.getMessage(), overtaken);
    } catch (RestException overtaken) {
      throw new OptimisticLockingFailureException(overtaken.getMessage(), overtaken);
    } catch (ProcessEngineException wrapped) {
      for (Throwable cause = wrapped.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof Refused || cause instanceof OptimisticLockingFailureException) {
          throw (RuntimeException) cause;
        }
      }
      throw wrapped;
    }
  }
}
