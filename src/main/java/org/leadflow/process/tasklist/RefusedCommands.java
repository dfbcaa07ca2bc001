package org.leadflow.process.tasklist;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.NotVisible;
import org.leadflow.core.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets a refusal reach Tasklist as what it is. The engine wraps whatever a listener throws and
 * answers 500; here a refused answer becomes 400 and a missing privilege 403, both with our
 * sentence.
 */
@Component
class RefusedCommands extends AbstractProcessEnginePlugin {

  private static final Logger log = LoggerFactory.getLogger(RefusedCommands.class);

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
        if (command instanceof SubmitTaskFormCmd && isLostRace(cause)) {
          log.info("Somebody else was faster", failure);
          return new FormFieldValidationException(
              null, "Somebody else worked on this lead meanwhile: look at it again.", failure);
        }
      }
      return failure;
    }

    /** The engine misses the process of a task that was answered elsewhere. */
    private static boolean isLostRace(Throwable cause) {
      return cause instanceof OptimisticLockingException
          || cause instanceof ConcurrencyFailureException
          || cause instanceof NullValueException;
    }
  }
}
