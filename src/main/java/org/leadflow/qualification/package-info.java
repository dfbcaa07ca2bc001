/**
 * Ends a lead well: qualify it into account, contact and opportunity, or disqualify it with a
 * reason.
 *
 * <p>A door says what a person answered; the process carries it out through this room's steps.
 * Guarded by {@code ModularityTests}.
 */
@ApplicationModule(
    displayName = "Qualification",
    allowedDependencies = {
      "core",
      "organization",
      "access",
      "customer",
      "duplicates",
      "lead",
      "lead :: activity",
      "lead :: link",
      "lead :: stakeholder"
    })
@NullMarked
package org.leadflow.qualification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
