/**
 * The pages of ours, rendered on the server: start page, the list of leads, a lead with its reasons
 * and what can be done about it.
 *
 * <p>Keeps nothing of its own: it reads other rooms and does what they let programs do. Nobody
 * depends on it.
 */
@ApplicationModule(
    displayName = "Console",
    allowedDependencies = {
      "core",
      "organization",
      "access",
      "lead",
      "lead :: activity",
      "lead :: attachment",
      "lead :: merge",
      "lead :: note",
      "lead :: stakeholder",
      "lead :: timeline",
      "routing",
      "qualification",
      "qualification :: approval",
      "offer",
      "deadline",
      "customer",
      "duplicates",
      "intake :: form"
    })
@NullMarked
package org.leadflow.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
