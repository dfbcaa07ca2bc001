/**
 * The selling organisation: business units as a tree, teams, users, channel partners, when they
 * work, who is away, and who owns a record.
 *
 * <p>Other rooms ask {@link org.leadflow.organization.Organization}; what changes here is told by
 * events, so that the engine's users and groups stay in step. When people work and who is away is
 * asked of {@link org.leadflow.organization.Calendars} and {@link
 * org.leadflow.organization.Absences}. A new installation reads one file; another room adds its own
 * list to it by an {@link org.leadflow.organization.OrganizationSection}. Guarded by {@code
 * ModularityTests} and the {@code Organization*Tests}.
 */
@ApplicationModule(displayName = "Organization", allowedDependencies = "core")
@NullMarked
package org.leadflow.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
