/**
 * Stands between a query and the expressions in it.
 *
 * <p>Camunda 7.24 evaluates an expression inside {@code orQueries} of a task query although
 * expressions are switched off, and there is no free fix. An expression can call any bean, so here
 * only those few pass that the shipped filters need. Guarded by {@code QueryExpressionGuardTests}.
 */
@NullMarked
package org.leadflow.process.guard;

import org.jspecify.annotations.NullMarked;
