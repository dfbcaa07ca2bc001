/**
 * What people find ready in Camunda Tasklist: their own leads and their team's.
 *
 * <p>Guarded by {@code TasklistTests}.
 */
@NullMarked
package org.leadflow.process.tasklist;

import org.jspecify.annotations.NullMarked;
