/**
 * What leaves the product: messages to other systems, written in the transaction that has something
 * to tell and sent afterwards until they are taken. A message holds ids and what happened, nothing
 * of a person; addresses stand in the configuration and nowhere else.
 *
 * <p>Every room may come in. Guarded by {@code ModularityTests} and {@code OutboxTests}.
 */
@ApplicationModule(
    displayName = "Outbox",
    allowedDependencies = {"core"})
@NullMarked
package org.leadflow.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
