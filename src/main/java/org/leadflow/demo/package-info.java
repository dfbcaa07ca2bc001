/**
 * What happens by itself in the demo, so that a stranger sees more than beginnings. Uses the
 * product as anybody would; nobody depends on it, and without a demo it does nothing.
 */
@ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {
      "core",
      "organization",
      "access",
      "lead",
      "routing",
      "qualification",
      "customer",
      "intake :: form"
    })
@NullMarked
package org.leadflow.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
