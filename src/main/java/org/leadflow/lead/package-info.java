/**
 * The lead record: fields, state and status reason, owner, and the trail of everything that
 * happened to it.
 *
 * <p>A lead is kept apart from customer data until it is qualified. What is always true of a lead
 * is held here and in the database. Guarded by {@code ModularityTests} and {@code LeadLifeTests}.
 */
@ApplicationModule(
    displayName = "Lead",
    allowedDependencies = {"core", "organization", "access", "customer"})
@NullMarked
package org.leadflow.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
