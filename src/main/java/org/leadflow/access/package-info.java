/**
 * Who is asking and what may they see or do: the one login, roles, privileges and their levels.
 *
 * <p>Rooms with a door ask {@link org.leadflow.access.Permissions} before they answer. Guarded by
 * {@code ModularityTests} and the route and access tests of this room.
 */
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"core", "organization"})
@NullMarked
package org.leadflow.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
