/**
 * Which accounts and contacts a lead would duplicate: normalised match keys, kept beside every
 * record in the transaction that saves it, and the rules that compare them.
 *
 * <p>Reads only, apart from its own keys. The room that makes accounts and contacts asks here
 * first; {@code customer} and {@code lead} do not know this room, they publish what they saved.
 * Guarded by {@code ModularityTests} and {@code DuplicatesTests}.
 */
@ApplicationModule(
    displayName = "Duplicates",
    allowedDependencies = {"core", "access", "customer", "lead"})
@NullMarked
package org.leadflow.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
