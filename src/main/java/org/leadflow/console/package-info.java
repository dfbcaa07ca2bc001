/**
 * The pages of ours, rendered on the server: start page, a lead with its reasons.
 *
 * <p>Reads other rooms and writes nothing but the files added to a lead. Nobody depends on it.
 */
@ApplicationModule(
    displayName = "Console",
    allowedDependencies = {
      "core",
      "organization",
      "access",
      "lead",
      "lead :: attachment",
      "lead :: merge",
      "lead :: stakeholder",
      "lead :: timeline",
      "routing",
      "customer",
      "duplicates"
    })
@NullMarked
package org.leadflow.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
