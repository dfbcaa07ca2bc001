package org.leadflow.process.tasklist;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
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
import org.springframework.stereotype.Component;

/**
 * Lets a refusal reach Tasklist as what it is. The engine wraps whatever a listener throws and
 * answers 500; here a refused answer becomes 400 and a missing privilege 403, both with our
 * sentence.
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
      return failure;
    }
  }
}
