package org.leadflow.process;

import java.sql.SQLException;
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
    } catch (RestException conflict) {
      if (conflict.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw new OptimisticLockingFailureException(conflict.getMessage(), conflict);
    } catch (ProcessEngineException wrapped) {
      for (Throwable cause = wrapped.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof Refused || cause instanceof OptimisticLockingFailureException) {
          throw (RuntimeException) cause;
        }
        if (cause instanceof SQLException failed && isDeadlock(failed)) {
          throw new OptimisticLockingFailureException(
              "Somebody else moved it on at the same moment", wrapped);
        }
      }
      throw wrapped;
    }
  }

  /** Of two who wait for each other the database lets one go on; the other lost the race. */
  private static boolean isDeadlock(SQLException failed) {
    return "40001".equals(failed.getSQLState()) || "40P01".equals(failed.getSQLState());
  }
}
