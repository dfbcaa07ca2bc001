package org.leadflow.process.guard;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Looks before it evaluates. Only the evaluation of a query passes no scope, an expression of a
 * process always has one; a caller nobody thought of without a scope is refused too.
 */
record GuardedExpression(Expression expression) implements Expression {

  @Override
  public Object getValue(@Nullable VariableScope scope) {
    check(scope);
    return expression.getValue(scope);
  }

  @Override
  public Object getValue(
      @Nullable VariableScope scope, @Nullable BaseDelegateExecution contextExecution) {
    check(scope);
    return expression.getValue(scope, contextExecution);
  }

  /** The engine wraps its own exceptions into a 500; this one reaches the caller as a 400. */
  private void check(@Nullable VariableScope scope) {
    if (scope == null && !QueryExpressions.allow(getExpressionText())) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, "This expression is not allowed in a query.");
    }
  }

  @Override
  public void setValue(Object value, VariableScope scope) {
    expression.setValue(value, scope);
  }

  @Override
  public void setValue(Object value, VariableScope scope, BaseDelegateExecution contextExecution) {
    expression.setValue(value, scope, contextExecution);
  }

  @Override
  public String getExpressionText() {
    return expression.getExpressionText();
  }

  @Override
  public boolean isLiteralText() {
    return expression.isLiteralText();
  }

  @Override
  public String toString() {
    return expression.toString();
  }
}
