/**
 * The selling organisation: business units as a tree, teams, users, channel partners, and who owns
 * a record.
 *
 * <p>Other rooms ask {@link org.leadflow.organization.Organization}; what changes here is told by
 * events, so that the engine's users and groups stay in step. A new installation reads one file.
 * Guarded by {@code ModularityTests} and the {@code Organization*Tests}.
 */
@ApplicationModule(displayName = "Organization", allowedDependencies = "core")
@NullMarked
package org.leadflow.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
