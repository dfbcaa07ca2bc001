/**
 * The doors through which leads come in. A door fills in what is known of existing customers,
 * checks, stores and acknowledges; it never routes.
 *
 * <p>Guarded by {@code ModularityTests} and {@code KnownCustomersFillALeadTests}.
 */
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {"core", "organization", "access", "customer", "lead", "lead :: again"})
@NullMarked
package org.leadflow.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
