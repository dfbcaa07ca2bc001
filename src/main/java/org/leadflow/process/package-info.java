/**
 * The only room that opens {@code processes/} and imports Camunda: deployment, building blocks,
 * Tasklist, identity.
 *
 * <p>It sees every room and nobody depends on it: a room says what happened, this one moves the
 * workflow on. A building block reads, calls one service, writes; a business decision does not
 * belong here. Guarded by {@code ModularityTests} and {@code ArchitectureTests}.
 */
@ApplicationModule(
    displayName = "Process",
    allowedDependencies = {
      "core",
      "organization",
      "deadline",
      "offer",
      "access",
      "customer",
      "duplicates",
      "lead",
      "lead :: activity",
      "intake",
      "rules",
      "routing",
      "assignment",
      "qualification",
      "qualification :: approval",
      "outbox"
    })
@NullMarked
package org.leadflow.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
