/**
 * Until when something should be done about a lead, in the working time of its owner, and what
 * became of it: met, reminded, missed, given to somebody else.
 *
 * <p>{@link org.leadflow.deadline.Deadlines} says which deadlines a lead has, {@link
 * org.leadflow.deadline.Keeping} does what has to be done when one comes. The clock itself is kept
 * by the process, whose timers survive every node. Guarded by {@code DeadlinesTests} and {@code
 * KeptDeadlinesTests}.
 */
@ApplicationModule(
    displayName = "Deadline",
    allowedDependencies = {"core", "organization", "access", "lead", "offer"})
@NullMarked
package org.leadflow.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
