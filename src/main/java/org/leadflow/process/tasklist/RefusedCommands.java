package org.leadflow.process.tasklist;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.NotVisible;
import org.leadflow.core.Refused;
import org.leadflow.process.answer.NoWayOn;
import org.springframework.stereotype.Component;

/**
 * Lets a refusal reach Tasklist as what it is. The engine wraps whatever a listener throws and
 * answers 500; here a refused answer becomes 400 and a missing privilege 403, both with our
 * sentence. Who loses a race for a task, or whose answer leads nowhere, reads 409.
 */
@Component
class RefusedCommands extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPreCommandInterceptorsTxRequired(List.of(new Translation()));
  }

  private static class Translation extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
      try {
        return next.execute(command);
      } catch (RuntimeException failure) {
        throw translated(command, failure);
      }
    }

    private static RuntimeException translated(Command<?> command, RuntimeException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof NoWayOn stuck) {
          return new RestException(Response.Status.CONFLICT, stuck, stuck.getMessage());
        }
        if (cause instanceof Refused refused) {
          boolean form = command instanceof SubmitTaskFormCmd || command instanceof CompleteTaskCmd;
          return form
              ? new FormFieldValidationException(null, refused.inWords(), refused)
              : new BadUserRequestException(refused.inWords(), refused);
        }
        if (cause instanceof MissingPrivilege || cause instanceof NotVisible) {
          var denied = new AuthorizationException(cause.getMessage());
          denied.initCause(cause);
          return denied;
        }
      }
      return isOfATask(command) && isOvertaken(failure)
          ? new RestException(
              Response.Status.CONFLICT,
              failure,
              "Somebody else was faster: the task is answered or taken. Open the list again.")
          : failure;
    }

    private static boolean isOfATask(Command<?> command) {
      return command instanceof SubmitTaskFormCmd
          || command instanceof CompleteTaskCmd
          || command instanceof ClaimTaskCmd
          || command instanceof AssignTaskCmd;
    }

    /** What the engine says when the task, or the process around it, is gone meanwhile. */
    private static boolean isOvertaken(Throwable failure) {
      return failure instanceof OptimisticLockingException
          || failure instanceof NullValueException
              && String.valueOf(failure.getMessage()).contains("task is null")
          || String.valueOf(failure.getMessage()).startsWith("ENGINE-03051")
          || failure instanceof NullPointerException && isOfAnExecution(failure.getStackTrace())
          || failure.getCause() != null && isOvertaken(failure.getCause());
    }

    /** It reads the rows of a process one by one, and does not ask whether they are still there. */
    private static boolean isOfAnExecution(StackTraceElement[] trace) {
      return trace.length > 0 && trace[0].getClassName().equals(ExecutionEntity.class.getName());
    }
  }
}
