/**
 * What the rules say about a lead: is it real, how promising is it, who takes it and why. Keeps the
 * decision record.
 *
 * <p>Facts go in, an answer with its reasons comes out. Guarded by {@code ModularityTests}.
 */
@ApplicationModule(
    displayName = "Routing",
    allowedDependencies = {
      "core",
      "organization",
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
