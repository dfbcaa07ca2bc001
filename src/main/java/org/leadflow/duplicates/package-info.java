/**
 * Which open leads a new lead is the same as, and which accounts and contacts it would duplicate:
 * normalised match keys, kept beside every record in the transaction that saves it, and the rules
 * that compare them.
 *
 * <p>Reads only, apart from its own keys, unless a new lead is surely known: then it is merged or
 * linked. The room that makes accounts and contacts asks here first; {@code customer} and {@code
 * lead} do not know this room, they publish what they saved. Guarded by {@code ModularityTests} and
 * {@code DuplicatesTests}.
 */
@ApplicationModule(
    displayName = "Duplicates",
    allowedDependencies = {"core", "access", "customer", "lead", "lead :: merge", "lead :: note"})
@NullMarked
package org.leadflow.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
