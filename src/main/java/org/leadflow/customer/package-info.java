/**
 * Customer data: accounts, contacts and opportunities, which is what a qualified lead becomes.
 *
 * <p>Nothing here knows leads beyond the id of the lead a record originates from. Guarded by {@code
 * ModularityTests}.
 */
@ApplicationModule(
    displayName = "Customer",
    allowedDependencies = {"core", "organization", "access"})
@NullMarked
package org.leadflow.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
