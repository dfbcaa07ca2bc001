/**
 * Brings {@code processes/} into the engine at start: reads the folder, checks it as a whole,
 * deploys what has changed.
 *
 * <p>A folder that is not sound is refused with everything that is wrong in one message, and the
 * processes deployed before stay. Nobody needs to call anything here.
 */
@NullMarked
package org.leadflow.process.deployment;

import org.jspecify.annotations.NullMarked;
