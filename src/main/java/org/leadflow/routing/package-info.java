/**
 * What the rules say about a lead: is it real, how promising is it, who takes it and why. Keeps the
 * decision record.
 *
 * <p>Facts go in, an answer with its reasons comes out: {@link org.leadflow.routing.Routing} asks
 * the rules, {@link org.leadflow.routing.Placing} gives the lead to whom they name or says why to
 * nobody, {@link org.leadflow.routing.Rerouting} does both again for a lead that has an owner. The
 * tasks follow by events. Guarded by {@code ModularityTests} and {@code HandingOverTests}.
 */
@ApplicationModule(
    displayName = "Routing",
    allowedDependencies = {
      "core",
      "organization",
      "deadline",
      "offer",
      "access",
      "lead",
      "intake",
      "rules",
      "rules :: explain",
      "assignment",
      "duplicates",
      "customer"
    })
@NullMarked
package org.leadflow.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
