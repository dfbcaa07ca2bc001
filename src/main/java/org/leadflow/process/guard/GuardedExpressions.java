package org.leadflow.process.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;

/** Makes the engine's expressions, each behind the guard. */
class GuardedExpressions extends SpringExpressionManager {

  GuardedExpressions(ApplicationContext beans, Map<Object, Object> configured) {
    super(beans, configured);
  }

  @Override
  public Expression createExpression(String text) {
    return new GuardedExpression(super.createExpression(text));
  }
}
