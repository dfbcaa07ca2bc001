/**
 * Whose turn is it? Takes the next turn of a team's pool, one pool at a time, fair under
 * concurrency.
 *
 * <p>A turn is decided in one reading, which joins the members of {@code organization} to their
 * places here. Guarded by {@code ModularityTests}, {@code PoolsTests} and {@code
 * PoolFairnessTests}.
 */
@ApplicationModule(
    displayName = "Assignment",
    allowedDependencies = {"core", "organization", "access", "lead"})
@NullMarked
package org.leadflow.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
