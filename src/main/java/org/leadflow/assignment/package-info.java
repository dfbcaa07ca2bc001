/**
 * Whose turn is it? Takes the next turn of a team's pool, one pool at a time, fair under
 * concurrency.
 *
 * <p>Guarded by {@code ModularityTests} and the fairness tests of this room.
 */
@ApplicationModule(
    displayName = "Assignment",
    allowedDependencies = {"core", "organization"})
@NullMarked
package org.leadflow.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
