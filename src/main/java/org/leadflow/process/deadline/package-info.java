/**
 * Keeps the deadlines of the task <em>Work lead</em>: its timers, and what happens when they come.
 * Guarded by {@code KeptDeadlinesTests}.
 */
@NullMarked
package org.leadflow.process.deadline;

import org.jspecify.annotations.NullMarked;
